import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readEnv } from '../config/env';
import { writeCsv } from '../sheets/writeCsv';
import { connect } from './connect';

const USAGE = `用法：npm run corrections -- FILE.csv [--url http://127.0.0.1:8080] [--token TOKEN]
  把调度员更正过的研判结果写成带标注的 CSV，供 npm run train -- FILE.csv 和 npm run evaluate -- FILE.csv 使用。
  姓名、电话、证件号码和车牌已去除；提供给他人之前请再读一遍。
  --token    指挥调度中心的令牌；开发环境可不写`;

interface Correction {
  readonly id: number;
  readonly channel: string;
  readonly text: string;
  readonly place: string | null;
  readonly field: string | null;
  readonly after: { readonly item: string | null; readonly town: string | null; readonly grade: string | null };
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { url: { type: 'string' }, token: { type: 'string' }, help: { type: 'boolean' } },
});
const [file] = positionals;
if (file === undefined || values.help === true) {
  console.error(USAGE);
  process.exit(values.help === true ? 0 : 1);
}

const env = readEnv();
const api = await connect(env, values);

const LIMIT = 500;
const COLUMNS = 'id,channel,subject,text,place,domain,second_domain,is_enforcement,item,town,grade,split'.split(',');
const rows: string[][] = [];
let unclear = 0;
for (let after = 0; ;) {
  const { corrections } = await api.get<{ corrections: readonly Correction[] }>(
    'dispatcher',
    `/api/v1/corrections?limit=${LIMIT}&after=${after}`,
  );
  for (const { id, channel, text, place, field, after: found } of corrections) {
    // Joined to a case without an item of its own: it says nothing of what the words mean.
    if (field === null) unclear += 1;
    else {
      const ours = field !== 'out_of_scope';
      const labels = ours ? [found.item, found.town, found.grade] : [null, null, null];
      rows.push([`X${id}`, channel, '', text, place, field, '', String(ours), ...labels, ''].map((cell) => cell ?? ''));
    }
  }
  const last = corrections.at(-1);
  if (last === undefined || corrections.length < LIMIT) break;
  after = last.id;
}
writeFileSync(file, writeCsv(COLUMNS, rows));
console.log(`${file}：${rows.length} 条` + (unclear === 0 ? '' : `；另有 ${unclear} 条未定事项，未写入`));
