import { availableParallelism, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { loadCatalogue } from '../config/catalogue';
import { readEnv } from '../config/env';
import { listDuties, type DutyFilter } from '../db/listDuties';
import { migrate } from '../db/migrate';
import { instantOf } from '../domain/time/lawDate';
import { percentile } from './percentile';
import { putOnFile } from './putOnFile';
import { openScratch } from './openScratch';

/**
 * `npm run bench:duties`: with so many duties open, whether each comes up in the list exactly once, page after page, and how
 * long a page takes: for who sees all, for a town, and of the red ones. Ends with 1 where one is missing or there twice.
 */
const { values } = parseArgs({ options: { duties: { type: 'string', default: '100000' } } });
const wanted = Number(values.duties);
const PAGE = 200;
/** Many fall due in the same instant: a place among them must be kept too. */
const IN_ONE_INSTANT = 500;

const env = readEnv();
const catalogue = loadCatalogue(env.catalogueDir);
const scratch = await openScratch(env, { max: 4, patienceMs: 600_000 });
const { db } = scratch;
let whole = true;
try {
  await migrate(scratch.url);
  const began = Date.now();
  await putOnFile(db, catalogue, wanted, (n) => instantOf(began - 3_600_000 + Math.floor(n / IN_ONE_INSTANT) * 60_000));
  await db.query('vacuum analyze open_duties, cases');
  console.log(
    `${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(1) ?? ''}; ${wanted} open duties, ${PAGE} a page`,
  );
  const town = catalogue.towns[0]?.code ?? '';
  const all = await walk('all', { seenBy: null }, wanted);
  const towns = await walk('one town’s', { seenBy: town }, Math.ceil(wanted / catalogue.towns.length));
  await walk('red', { seenBy: null, light: 'red' }, null);
  whole = all && towns;
} finally {
  await scratch.close();
}
process.exit(whole ? 0 : 1);

async function walk(
  what: string,
  filter: Omit<DutyFilter, 'limit' | 'after'>,
  expected: number | null,
): Promise<boolean> {
  const seen = new Set<string>();
  const took: number[] = [];
  let listed = 0;
  let after: DutyFilter['after'];
  for (;;) {
    const start = performance.now();
    const page = await listDuties(db, { ...filter, limit: PAGE, ...(after === undefined ? {} : { after }) });
    took.push(performance.now() - start);
    for (const { caseId, id } of page) seen.add(`${caseId}/${id}`);
    listed += page.length;
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) break;
    after = { dueAt: last.dueAt, caseId: last.caseId, id: last.id };
  }
  const once = seen.size === listed && (expected === null || listed === expected);
  const [p50, p95, max] = [percentile(took, 50), percentile(took, 95), Math.max(...took)].map((ms) => ms.toFixed(1));
  console.log(
    `${what}: ${listed} listed, ${once ? 'each once' : `of ${expected ?? '?'}, ${seen.size} different`}; a page p50 ${p50} ms, p95 ${p95} ms, max ${max} ms`,
  );
  return once;
}
