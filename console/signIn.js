import { get, post, session } from './api.js';
import { field, h, options, state } from './dom.js';

/** People of the demonstration roster, one for each desk at the bureau and the dispatch centre. */
const DEMO_PEOPLE = {
  dispatcher: '调度员',
  'supervisor-1': '督查人员',
  'leader-1': '执法局负责人',
  'reviewer-1': '法制审核员',
  'bureau-officer-1': '执法局办案人员',
  admin: '系统管理员',
};

/** Draws the sign-in: demo people where the service has its development issuer, a token's field everywhere else. */
export async function signIn(main, { why, leave, signedIn }) {
  const wrong = h('p', { class: 'wrong', role: 'alert' }, why);
  const choice = h('div', {}, state('正在准备登录……', 'loading'));
  main.replaceChildren(
    h(
      'section',
      { class: 'card sign-in' },
      h('h1', {}, leave === null ? '登录' : '换人'),
      wrong,
      choice,
      leave && h('button', { type: 'button', class: 'plain', click: leave }, '返回，不换人'),
    ),
  );

  const towns = leave === null ? [] : await townsOf();
  const demo = await hasDemo();
  if (demo === null) {
    const again = h('button', { type: 'button', click: () => signIn(main, { why, leave, signedIn }) }, '重试');
    choice.replaceChildren(state('接口连不上。请检查网络，或确认服务已经启动。', 'failed'), again);
    return;
  }
  choice.replaceChildren(...(demo ? demoForms(towns) : [tokenForm(true)]));

  /** Who the token is has to be known to the API before anything else is tried with it. */
  async function enter(token) {
    const before = session.token;
    session.token = token;
    try {
      await get('/api/v1/me');
    } catch (error) {
      session.token = before;
      throw error;
    }
    signedIn(token);
  }

  async function attempt(work) {
    wrong.textContent = '';
    try {
      await work();
    } catch (error) {
      wrong.textContent = error.message;
    }
  }

  function as(name) {
    return attempt(async () => enter((await post('/demo/sign-in', { name })).token));
  }

  function person(id, role) {
    return h('button', { type: 'button', click: () => as(id) }, role, h('small', {}, id));
  }

  function demoForms(towns) {
    const name = h('input', {
      name: 'name',
      required: true,
      autocomplete: 'username',
      maxlength: 64,
      placeholder: 'dispatcher',
    });
    const submit = (event) => {
      event.preventDefault();
      void as(name.value.trim());
    };
    return [
      h('p', { class: 'quiet' }, '这是演示环境，选一个岗位就能登录。'),
      h(
        'div',
        { class: 'people' },
        Object.entries(DEMO_PEOPLE).map(([id, role]) => person(id, role)),
      ),
      towns.length > 0 && townChoice(towns),
      h('form', { class: 'line', submit }, field('或输入人员编号', name), h('button', { type: 'submit' }, '登录')),
      h('details', {}, h('summary', {}, '用令牌登录'), tokenForm(false)),
    ].filter(Boolean);
  }

  function townChoice(towns) {
    const town = h(
      'select',
      { name: 'town' },
      options(Object.fromEntries(towns.map(({ code, name }) => [code, name]))),
    );
    const of = (label, name) => h('button', { type: 'button', click: () => as(name(town.value)) }, label);
    return h(
      'fieldset',
      { class: 'line' },
      h('legend', {}, '镇街的人'),
      field('镇街', town),
      of('综合执法协调办', (code) => `office-${code}`),
      of('执法人员', (code) => `officer-${code}-1`),
    );
  }

  function tokenForm(only) {
    const token = h('input', {
      name: 'token',
      type: 'password',
      required: true,
      autocomplete: 'off',
      spellcheck: 'false',
    });
    const submit = (event) => {
      event.preventDefault();
      void attempt(() => enter(token.value.trim()));
    };
    return h(
      'form',
      { submit },
      only && h('p', {}, '本服务没有开放演示登录。请粘贴统一身份认证发给您的访问令牌（Bearer token）。'),
      h('div', { class: 'line' }, field('访问令牌', token), h('button', { type: 'submit' }, '登录')),
      h('p', { class: 'quiet' }, '令牌只保存在这个标签页里，关闭后即清除。'),
    );
  }
}

/** Whether the service has its development issuer; null = nobody answers. */
async function hasDemo() {
  try {
    return (await get('/api/v1/sign-in')).demo === true;
  } catch (error) {
    return error.passing ? null : false;
  }
}

async function townsOf() {
  try {
    return (await get('/api/v1/catalogue/towns')).towns;
  } catch {
    return [];
  }
}
