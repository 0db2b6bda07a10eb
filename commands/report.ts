import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { readEnv } from '../config/env';
import { isMonth } from '../domain/time/month';
import { connect } from './connect';

const USAGE = `用法：npm run report -- 2026-10 [--url http://127.0.0.1:8080] [--token TOKEN]
  制作这个月的履职评估月报（.docx 和 .xlsx）；已有的保留，新的为下一版。平时由日程每月自动制作上一个月的。
  --token    督查或者领导的令牌；开发环境可不写`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { url: { type: 'string' }, token: { type: 'string' }, help: { type: 'boolean' } },
});
const [month] = positionals;
if (month === undefined || !isMonth(month) || values.help === true) {
  console.error(USAGE);
  process.exit(values.help === true ? 0 : 1);
}

const api = await connect(readEnv(), values);
const { status, body } = await api.post<{ version?: number; detail?: string }>(
  ...(['supervisor-1', '/api/v1/reports', randomUUID(), { month }] as const),
);
if (status !== 201) {
  console.error(body.detail ?? `HTTP ${status}`);
  process.exit(1);
}
const files = ['docx', 'xlsx'].map((format) => `/api/v1/reports/${month}.${format}?version=${body.version ?? ''}`);
console.log(`${month} 的月报第 ${body.version ?? '?'} 版：\n  ${files.join('\n  ')}`);
