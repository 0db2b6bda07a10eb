import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { publicFolder } from '../archive/keys';
import { readKeys, report } from '../archive/verify.mjs';
import { verifyHeads } from '../archive/verifyHeads';
import { readEnv } from '../config/env';
import type { Heads } from '../db/chainHeads';
import { createPool } from '../db/pool';
import { readServiceFile } from '../local/serviceFile';

/**
 * `npm run verify -- ARCHIVE.zip`: whether the file of a case is intact. `npm run verify -- --heads [--saved HEADS.json]`:
 * whether all chains in the database are those that were signed day by day. Exit code 0 = intact.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { keys: { type: 'string' }, heads: { type: 'boolean', default: false }, saved: { type: 'string' } },
});
const env = readEnv();
const folder = publicFolder(env);
const keysPath = values.keys ?? (existsSync(folder) ? folder : null);

if (values.heads) {
  process.exitCode = await heads();
} else if (positionals.length === 1) {
  process.exitCode = report(positionals[0] ?? '', keysPath);
} else {
  console.error(
    '用法：npm run verify -- 案卷.zip [--keys 公钥]\n      npm run verify -- --heads [--saved 另存的链头.json] [--keys 公钥]',
  );
  process.exitCode = 2;
}

async function heads(): Promise<number> {
  const url = env.databaseUrl ?? (await readServiceFile(env.localDir))?.databaseUrl;
  if (url === undefined || keysPath === null) {
    console.error(url === undefined ? '不知道数据库在哪里，请设 DATABASE_URL。' : '没有公钥，请用 --keys 给出。');
    return 2;
  }
  const saved =
    values.saved === undefined
      ? []
      : (JSON.parse(readFileSync(values.saved, 'utf8')) as { readonly heads: readonly Heads[] }).heads;
  const db = createPool(url, { max: 1, patienceMs: 60_000 });
  try {
    const { days, cases, events, findings } = await verifyHeads(db, readKeys(keysPath), saved);
    const what = `${days} 天的链头，${cases} 个案件，${events} 个事件`;
    if (days === 0) {
      console.log(`还没有签名的链头可以核对：${what}`);
      return 3;
    }
    if (findings.length === 0) {
      console.log(`完好：${what}`);
      return 0;
    }
    console.log(`不完好：${what}，${findings.length} 处`);
    for (const { text } of findings) console.log(`  - ${text}`);
    return 1;
  } finally {
    await db.end();
  }
}
