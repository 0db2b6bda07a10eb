import { readEvents } from '../../../db/readEvents';
import type { Pool } from '../../../db/pool';
import type { CaseState } from '../../../domain/case';
import { evolve } from '../../../domain/evolve';
import { nextWake } from '../../../domain/wake';

/** Something that time alone brings about: a light, or a rung of the ladder. */
export interface Effect {
  readonly caseId: string;
  readonly what: 'yellow' | 'red' | 'rung' | 'escalation';
  /** What it is, within all cases: it may be there once. */
  readonly key: string;
  /** In ms, each: when it was due, the case's own time, and the database's. */
  readonly dueMs: number;
  readonly atMs: number;
  readonly recordedMs: number;
}

export interface Effects {
  readonly effects: readonly Effect[];
  readonly faults: readonly string[];
}

/**
 * All effects on file, and what is wrong with them: there twice, before their instant, or not there although their instant
 * was before `horizonMs`. When each was due is worked out here from the clock and from the ladder's minutes.
 */
export async function readEffects(
  db: Pool,
  minutes: Readonly<Record<number, number>>,
  horizonMs: number,
): Promise<Effects> {
  const effects: Effect[] = [];
  const faults: string[] = [];
  const { rows } = await db.query<{ id: string }>('select id from cases order by id');
  for (const { id } of rows) {
    const recorded = await recordedMs(db, id);
    let state: CaseState | null = null;
    let rungs = 0;
    let elevations = 0;
    for (const { event: stored } of await readEvents(db, id)) {
      const { event, at, seq } = stored;
      const clock = 'clockId' in event && event.clockId !== null ? state?.clocks[event.clockId] : undefined;
      const effect = (what: Effect['what'], name: string, due: string, dueMs: number): void => {
        const key = `${id} ${clock?.id ?? '?'} ${due} ${name}`;
        effects.push({ caseId: id, what, key, dueMs, atMs: Date.parse(at), recordedMs: recorded[seq - 1] ?? NaN });
      };
      if (event.type === 'light_changed') {
        const instant = event.light === 'red' ? clock?.dueAt : event.light === 'yellow' ? clock?.yellowAt : null;
        if (instant == null || (event.light !== 'red' && event.light !== 'yellow'))
          faults.push(`${id} #${seq}: a light out of nothing`);
        else effect(event.light, event.light, event.dueAt, Date.parse(instant));
      }
      if (event.type === 'rung_reached') {
        const from = event.from === 'red' ? clock?.dueAt : clock?.yellowAt;
        const taken = event.consequence === 'escalate';
        if (taken) rungs += 1;
        const dueMs = Date.parse(from ?? '') + (minutes[event.rung] ?? NaN) * 60_000;
        if (Date.parse(event.since) !== dueMs) faults.push(`${id} #${seq}: rung ${event.rung} says ${event.since}`);
        effect(taken ? 'escalation' : 'rung', `rung ${event.rung}`, event.dueAt, dueMs);
      }
      if (event.type === 'elevated' && event.cause === 'light') elevations += 1;
      state = evolve(state, stored);
    }
    if (rungs > 1 || rungs !== elevations) faults.push(`${id}: ${rungs} rungs that take it, taken ${elevations} times`);
    faults.push(...missing(state, horizonMs));
  }
  const seen = new Set<string>();
  for (const { key, dueMs, atMs, recordedMs: onFile } of effects) {
    if (seen.has(key)) faults.push(`${key}: twice`);
    seen.add(key);
    // Not: earlier than due. An instant that can't be read is neither.
    if (!(atMs >= dueMs && onFile >= dueMs)) faults.push(`${key}: ${dueMs - Math.min(atMs, onFile)} ms early`);
  }
  return { effects, faults };
}

function missing(state: CaseState | null, horizonMs: number): readonly string[] {
  if (state === null) return ['a case without events'];
  const horizon = new Date(horizonMs).toISOString();
  const wake = nextWake(state);
  const dark = Object.values(state.clocks).filter(
    ({ light, yellowAt, dueAt }) =>
      (dueAt <= horizon && light !== 'red') || (yellowAt !== null && yellowAt <= horizon && light === 'green'),
  );
  return [
    ...dark.map(({ id, dueAt, light }) => `${state.caseId}: ${id}, due ${dueAt}, is ${light} on file`),
    ...(wake !== null && wake <= horizon ? [`${state.caseId}: nothing done of what was due at ${wake}`] : []),
  ];
}

/** By the database's own clock, to the microsecond; by their numbers. */
async function recordedMs(db: Pool, caseId: string): Promise<readonly number[]> {
  const { rows } = await db.query<{ ms: number }>(
    `select extract(epoch from recorded_at)::float8 * 1000 as ms from events where case_id = $1 order by seq`,
    [caseId],
  );
  return rows.map(({ ms }) => ms);
}
