import { readEnv } from '../config/env';
import { emptyObservations, observationsDigest } from '../db/observations';
import { createPool } from '../db/pool';
import { evaluateCases } from '../evaluation/evaluateCases';
import { readServiceFile } from '../local/serviceFile';

/** `npm run recompute`: reckons all indicators again from the events, and says whether it came to the same. */
const env = readEnv();
const url = env.databaseUrl ?? (await readServiceFile(env.localDir))?.databaseUrl;
if (url === undefined) throw new Error('不知道数据库在哪里，请设 DATABASE_URL。');
const db = createPool(url, { max: 4, patienceMs: 60_000 });
try {
  await evaluateCases(db);
  const before = await observationsDigest(db);
  const began = performance.now();
  await emptyObservations(db);
  const cases = await evaluateCases(db);
  const after = await observationsDigest(db);
  const seconds = ((performance.now() - began) / 1_000).toFixed(1);
  const same = before.digest === after.digest;
  console.log(
    `${cases} 个案件，${after.rows} 条观测，用时 ${seconds} 秒；与原有的${same ? '完全一致' : '不一致，请查'}`,
  );
  process.exitCode = same ? 0 : 1;
} finally {
  await db.end();
}
