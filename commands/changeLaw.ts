import { parseArgs } from 'node:util';
import { readEnv } from '../config/env';
import { connect } from './connect';
import { inParallel } from './inParallel';
import { progress } from './progress';

const USAGE = `用法：npm run change-law -- [--apply --reason 理由] [--url http://127.0.0.1:8080] [--token TOKEN]
  服务以新的日历或期限数据（config/catalogue）启动以后，列出哪些在办案件的哪些时限会从哪天移到哪天；
  不写 --apply 只试算，什么也不改。--apply 把变更作为一个事件记入每个案件，须写明理由。
  --token    系统管理员的令牌；开发环境可不写`;

const AT_ONCE = 8;

interface Changed {
  readonly caseId: string;
  readonly from: string;
  readonly moved: readonly {
    readonly clockId: string;
    readonly name: string;
    readonly from: string;
    readonly to: string;
  }[];
}

interface Page {
  readonly catalogueVersion: string;
  readonly seen: number;
  readonly cases: readonly Changed[];
  readonly next: string | null;
}

const { values } = parseArgs({
  options: {
    apply: { type: 'boolean', default: false },
    reason: { type: 'string' },
    url: { type: 'string' },
    token: { type: 'string' },
    help: { type: 'boolean' },
  },
});
if (values.help === true || (values.apply && (values.reason ?? '').trim() === '')) {
  console.error(USAGE);
  process.exit(values.help === true ? 0 : 1);
}

const env = readEnv();
const api = await connect(env, values);

const changed: Changed[] = [];
let seen = 0;
let version = '';
for (let after: string | null = ''; after !== null;) {
  const query: string = after === '' ? '' : `?after=${after}`;
  const page: Page = await api.get<Page>('admin', `/api/v1/law-change${query}`);
  changed.push(...page.cases);
  seen += page.seen;
  version = page.catalogueVersion;
  after = page.next;
}

for (const { caseId, from, moved } of changed) {
  for (const clock of moved) console.log(`${caseId}  ${clock.name}  ${shanghai(clock.from)} → ${shanghai(clock.to)}`);
  if (moved.length === 0) console.log(`${caseId}  时限不移动，目录 ${from} → ${version}`);
}
const clocks = changed.reduce((sum, { moved }) => sum + moved.length, 0);
console.log(`在办案件 ${seen} 件，数据有变 ${changed.length} 件，移动的时限 ${clocks} 项，目录版本 ${version}。`);

if (values.apply && changed.length > 0) {
  const bar = progress('变更', changed.length);
  const refused: string[] = [];
  await inParallel(changed, AT_ONCE, async ({ caseId }) => {
    const { status, body } = await api.post<{ detail?: string }>(
      'admin',
      `/api/v1/cases/${caseId}/acts/change_law`,
      `change-law/${version}/${caseId}`,
      { reason: values.reason },
    );
    if (status !== 200) refused.push(`${caseId}: ${body.detail ?? `HTTP ${status}`}`);
    bar.step();
  });
  bar.done();
  for (const line of refused) console.error(line);
  console.log(`已记入 ${changed.length - refused.length} 件案件，未成功 ${refused.length} 件。`);
  if (refused.length > 0) process.exitCode = 1;
} else if (changed.length > 0) {
  console.log('这是试算，没有改动。写 --apply --reason 理由 记入案件。');
}

function shanghai(instant: string): string {
  return new Date(instant).toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai', hour12: false });
}
