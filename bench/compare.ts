import { parseArgs } from 'node:util';
import { compareClue, soughtBy } from '../api/compareClue';
import { loadCatalogue } from '../config/catalogue';
import { readEnv } from '../config/env';
import { similarClues } from '../db/similarClues';
import { migrate } from '../db/migrate';
import { keysOf } from '../domain/triage/matterKeys';
import { madeUpClues, type MadeUp } from './madeUpClues';
import { percentile } from './percentile';
import { openScratch } from './openScratch';

/**
 * `npm run bench:compare`: how long the search for the same matter takes with so many clues on file, made up and spread
 * over so many days. Sought are near-repeats of clues of the last days, whose
 * answer is known, and clues that repeat nothing.
 */
const { values } = parseArgs({
  options: {
    clues: { type: 'string', default: '1000000' },
    days: { type: 'string', default: '365' },
    searches: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
  },
});
const count = Number(values.clues);
const days = Number(values.days);
const searches = Number(values.searches);
let turn = 0;
const BATCH = 5_000;
const DAY_MS = 86_400_000;
/** What has been judged has a case, and older cases are closed: the search must pass them over. */
const OPEN_DAYS = 6;

const env = readEnv();
const catalogue = loadCatalogue(env.catalogueDir);
const scratch = await openScratch(env, { max: 4, patienceMs: 120_000 });
const { db } = scratch;
try {
  await migrate(scratch.url);
  const until = Date.UTC(2026, 5, 30);
  const clues = madeUpClues(catalogue, { seed: Number(values.seed), from: until - days * DAY_MS, until });

  const began = performance.now();
  const recent: MadeUp[] = [];
  const tailFrom = until - OPEN_DAYS * DAY_MS;
  // Built at once when all are on file: a bulk build takes minutes where a million insertions take a quarter of an hour.
  const { rows: index } = await db.query<{ indexdef: string }>(
    `select indexdef from pg_indexes where indexname = 'clues_keys'`,
  );
  await db.query('drop index clues_keys');
  // The search reads a case by its number alone.
  await db.query('drop index cases_page, cases_town, cases_owner, cases_unstarted, cases_matter');
  await db.query(`insert into laws values ('bench', '{}')`);
  for (let done = 0; done < count; done += BATCH) {
    const batch = Array.from({ length: Math.min(BATCH, count - done) }, () => clues.next());
    await insert(batch, tailFrom);
    for (const clue of batch) if (Date.parse(clue.at) > tailFrom && recent.length < 20_000) recent.push(clue);
  }
  await db.query(`set maintenance_work_mem = '512MB'; ${index[0]?.indexdef ?? ''}`);
  await db.query('vacuum analyze clues, cases');
  const loading = (performance.now() - began) / 1_000;
  const { rows } = await db.query<{ table: string; index: string }>(
    `select pg_size_pretty(pg_table_size('clues')) as table, pg_size_pretty(pg_relation_size('clues_keys')) as index`,
  );
  console.log(
    `${count} clues over ${days} days (seed ${values.seed}), loaded in ${loading.toFixed(0)} s; ` +
      `table ${rows[0]?.table ?? ''}, index ${rows[0]?.index ?? ''}`,
  );

  const now = new Date(until).toISOString();
  const kinds = {
    'said again in other words': () => clues.again(pick(recent), now),
    'said again, item and town unknown': () => ({ ...clues.again(pick(recent), now), item: null, town: null }),
    'nothing like it': () => ({ ...clues.next(), at: now, of: null }),
  } as const;
  for (const [kind, make] of Object.entries(kinds)) {
    const times: number[] = [];
    let found = 0;
    for (let i = 0; i < searches; i += 1) {
      const { of, ...clue } = make();
      const start = performance.now();
      const sought = { ...clue, textHash: '-' };
      const [onFile = []] = await similarClues(db, [soughtBy(sought, catalogue.limits)]);
      const { twin, similar } = compareClue(sought, onFile, catalogue.limits);
      times.push(performance.now() - start);
      if (of !== null && (twin?.clueId === of || similar.some(({ clueId }) => clueId === of) || twin !== null))
        found += 1;
    }
    const [p50, p95, p99] = [50, 95, 99].map((percent) => percentile(times, percent).toFixed(1));
    const share = kind === 'nothing like it' ? '' : `, ${((found / searches) * 100).toFixed(1)} % found`;
    console.log(`  ${kind.padEnd(34)} p50 ${p50 ?? ''} ms, p95 ${p95 ?? ''} ms, p99 ${p99 ?? ''} ms${share}`);
  }
} finally {
  await scratch.close();
}

function pick<T>(from: readonly T[]): T {
  turn += 7_919;
  const found = from[turn % from.length];
  if (found === undefined) throw new Error('no clue in the last days: more clues, or fewer days');
  return found;
}

async function insert(batch: readonly MadeUp[], openFrom: number): Promise<void> {
  await db.query(
    `with made as materialized (
       select * from jsonb_to_recordset($1::jsonb) as c (
         id uuid, text text, place text, lng double precision, lat double precision, at timestamptz, item text, town text,
         keys integer[], case_id text, closed_at timestamptz)
     ), opened as (
       insert into cases (id, seq, head, law, state, town, owner, cooperating, assignees, stage, grade, item, field,
                          opened_at, updated_at, closed_at, started)
       select case_id, 1, '', 'bench', '{}', town, town, '{}', '{}', '', '', item, '', at, at, closed_at, true
       from made where case_id is not null
     )
     insert into clues (id, caller, idempotency_key, fingerprint, channel, text, place, lng, lat, received_at, outcome,
                        triage, answer_triage, item, town, text_hash, due_at, yellow_at, keys, case_id)
     select c.id, 'bench', c.id::text, '', 'web', c.text, c.place, c.lng, c.lat, c.at,
            case when c.case_id is null then 'desk' else 'case' end, '{}', '{}', c.item, c.town, c.id::text, c.at, c.at,
            c.keys, c.case_id
     from made as c`,
    [
      JSON.stringify(
        batch.map(({ id, text, place, position, at, item, town }) => ({
          id,
          text,
          place,
          lng: position?.lng ?? null,
          lat: position?.lat ?? null,
          at,
          item,
          town,
          keys: keysOf({ text, place, position, at }),
          case_id: item === null ? null : id,
          closed_at: Date.parse(at) < openFrom ? at : null,
        })),
      ),
    ],
  );
}
