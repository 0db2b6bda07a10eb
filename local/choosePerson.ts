import { createHash } from 'node:crypto';

export interface DemoPerson {
  readonly id: string;
  readonly name: string;
  readonly roleLabel: string;
  readonly orgName: string;
}

const STYLE = `
*{box-sizing:border-box}body{margin:0;font:16px/1.6 system-ui,'Noto Sans SC','Microsoft YaHei',sans-serif;background:#f0f4fa;color:#1d2129}
main{max-width:46rem;margin:0 auto;padding:1.5rem 1rem}h1{font-size:1.4rem}h2{font-size:1.05rem;margin:1.5rem 0 .5rem}
p{margin:.3rem 0}.quiet{color:#4e5969}.people{display:grid;grid-template-columns:repeat(auto-fill,minmax(13rem,1fr));gap:.5rem}
button{font:inherit;min-height:3rem;padding:.4rem .8rem;border:1px solid #8a94a6;border-radius:8px;background:#fff;text-align:left;cursor:pointer}
button:hover,button:focus-visible{border-color:#0958d9;outline:2px solid #0958d9}button small{display:block;color:#4e5969}
form{margin:0}label{display:block;margin:.5rem 0 .2rem}input{font:inherit;padding:.5rem;width:100%;max-width:24rem;border:1px solid #8a94a6;border-radius:8px}
`;

/** The one choice of this page: who to be. Plain HTML, so that it works before anything of the console is loaded. */
export const choosePerson = {
  policy: `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; frame-ancestors 'none'; base-uri 'none'`,

  page(people: readonly DemoPerson[], asked: Readonly<Record<string, string>>): string {
    const kept = Object.entries(asked)
      .map(([name, value]) => `<input type="hidden" name="${name}" value="${escaped(value)}">`)
      .join('');
    const orgs = [...new Set(people.map(({ orgName }) => orgName))];
    const button = ({ id, name, roleLabel }: DemoPerson): string =>
      `<button name="person" value="${escaped(id)}">${escaped(`${roleLabel} ${name}`)}<small>${escaped(id)}</small></button>`;
    const ofOrg = (org: string): string =>
      `<h2>${escaped(org)}</h2><form method="post" class="people">${kept}${people
        .filter(({ orgName }) => orgName === org)
        .map(button)
        .join('')}</form>`;
    return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>演示登录 · 分级办案</title><style>${STYLE}</style></head><body><main><h1>演示登录：选择一位人员</h1>
<p class="quiet">这是开发环境自带的身份认证，名册是虚构的，不需要口令。生产环境由本单位的统一身份认证代替。</p>
<form method="post">${kept}<label for="person">或输入人员编号</label><input id="person" name="person" required maxlength="64" autocomplete="off"> <button>登录</button></form>
${orgs.map(ofOrg).join('')}</main></body></html>`;
  },
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
