import { parseArgs } from 'node:util';
import { loadEvaluation } from '../config/evaluation';
import { readEnv } from '../config/env';
import { insertCases } from '../db/insertCases';
import { migrate } from '../db/migrate';
import { observationsDigest } from '../db/observations';
import { readFigures } from '../db/readFigures';
import { STORIES_TOLD } from '../demo/stories/told';
import type { RecordedEvent } from '../domain/case';
import { addDays, instantOf, msOf } from '../domain/time/lawDate';
import { evaluateCases } from '../evaluation/evaluateCases';
import { percentile } from './percentile';
import { openScratch } from './openScratch';
import { loadCatalogue } from '../config/catalogue';

/**
 * `npm run bench:evaluate`: with so many events on file, how long all indicators take to be reckoned from zero, and how long
 * the query of a month's ranking. The cases are the stories, moved to other days and towns.
 */
const { values } = parseArgs({ options: { events: { type: 'string', default: '1000000' } } });
const wanted = Number(values.events);
const DAYS = 120;
const DAY_MS = 86_400_000;

const env = readEnv();
const catalogue = loadCatalogue(env.catalogueDir);
const { formulas } = loadEvaluation(env.catalogueDir);
const scratch = await openScratch(env, { max: 4, patienceMs: 600_000 });
const { db } = scratch;
try {
  await migrate(scratch.url);
  const variants = Array.from({ length: DAYS }, (_, day) => day).flatMap((day) =>
    STORIES_TOLD.map(({ told }, n) =>
      moved(told.events, day, catalogue.towns[(day + n) % catalogue.towns.length]?.code ?? '', n),
    ),
  );
  await insertCases(db, variants);
  const each = variants.reduce((sum, events) => sum + events.length, 0);
  const copies = Math.ceil(wanted / each);
  await copyCases(copies - 1);
  const { rows } = await db.query<{ cases: number; events: number }>(
    'select (select count(*) from cases) as cases, (select count(*) from events) as events',
  );
  await db.query('vacuum analyze events, cases');
  console.log(`${rows[0]?.cases ?? 0} cases with ${rows[0]?.events ?? 0} events over ${DAYS} days`);

  const began = performance.now();
  await evaluateCases(db);
  const seconds = (performance.now() - began) / 1_000;
  const { rows: observed } = await observationsDigest(db);
  console.log(
    `from zero  ${seconds.toFixed(1)} s: ${((rows[0]?.events ?? 0) / seconds).toFixed(0)} events/s, ${observed} observations`,
  );
  await db.query('vacuum analyze observations');

  for (const formula of formulas) {
    const took: number[] = [];
    for (let round = 0; round < 20; round += 1) {
      const start = performance.now();
      await readFigures(db, {
        ...{ from: '2026-11-01', to: '2026-11-30', by: 'town', per: 'month' },
        indicators: formula.parts,
      });
      took.push(performance.now() - start);
    }
    const [p50, p95] = [50, 95].map((percent) => percentile(took, percent).toFixed(0));
    console.log(`${formula.label}, a month by town  p50 ${p50 ?? ''} ms, p95 ${p95 ?? ''} ms`);
  }
} finally {
  await scratch.close();
}

/** The story on another day and in another town. The law it stands under stays as it is: all of them share it. */
function moved(events: readonly RecordedEvent[], days: number, town: string, story: number): readonly RecordedEvent[] {
  const [first] = events;
  if (first?.event.type !== 'case_opened') throw new Error('a story begins with its opening');
  const { law, town: home } = first.event;
  const text = JSON.stringify(events.map((one) => ({ ...one, event: { ...one.event, law: undefined } })))
    .replaceAll(first.caseId, `bench-${story}-${days}`)
    .replaceAll(home, town)
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, (at) => instantOf(msOf(at) + days * DAY_MS))
    .replace(/"\d{4}-\d\d-\d\d"/g, (day) => `"${addDays(day.slice(1, -1), days)}"`);
  const [opened, ...rest] = JSON.parse(text) as RecordedEvent[];
  if (opened === undefined) throw new Error('a story without events');
  return [{ ...opened, event: { ...opened.event, law } as RecordedEvent['event'] }, ...rest];
}

/** By the database, or making a million events would be the longest part. */
async function copyCases(times: number): Promise<void> {
  const columns = await columnsOf('cases');
  const ofEvents = await columnsOf('events');
  const from = (names: readonly string[], id: string) =>
    names.map((name) => (name === id ? `${id} || '-' || copy` : name)).join();
  await db.query(
    `insert into cases (${columns.join()}) select ${from(columns, 'id')} from cases, generate_series(1, $1) as copy`,
    [times],
  );
  await db.query(
    `insert into events (${ofEvents.join()}) select ${from(ofEvents, 'case_id')} from events, generate_series(1, $1) as copy`,
    [times],
  );
}

async function columnsOf(table: string): Promise<readonly string[]> {
  const { rows } = await db.query<{ name: string }>(
    `select column_name as name from information_schema.columns where table_name = $1 order by ordinal_position`,
    [table],
  );
  return rows.map(({ name }) => name);
}
