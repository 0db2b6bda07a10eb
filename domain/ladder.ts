import type { CaseState } from './case';
import type { Calendar, Instant, Rung } from './catalogue';
import type { LawInForce } from './law';
import { ALL_PROCEDURES, procedureOf } from './procedures/procedures';
import { isPaused, lightAt, type Clock } from './time/clock';
import { instantOf, msOf } from './time/lawDate';
import { reckon } from './time/reckon';

/** Duties of the dispatch centre and of the reviewers. */
const NEVER_A_TOWNS: readonly string[] = ['dispatch', 'review'];

/** A rung and the instant from which it can be climbed. */
export interface Climb {
  readonly rung: Rung;
  readonly at: Instant;
}

/** A duty's own ladder: of the rows with one number the one that names the duty and the field before one that names less. */
export function ladderOf({ ladder }: Pick<LawInForce, 'ladder'>, period: string): readonly Rung[] {
  const naming = ({ duty, field }: Rung): number => (duty === null ? 0 : 2) + (field === null ? 0 : 1);
  const rungs = new Map<number, Rung>();
  for (const rung of ladder) {
    if (rung.duty !== null && rung.duty !== period) continue;
    const known = rungs.get(rung.number);
    if (known === undefined || naming(rung) > naming(known)) rungs.set(rung.number, rung);
  }
  return [...rungs.values()];
}

const known = new WeakMap<Calendar, WeakMap<Clock, Map<Rung, Instant | null>>>();

/**
 * When a rung can be climbed; null = not as the clock stands (paused, or its red comes before such a warning). Remembered
 * while the clock stands as it does: it is asked after every event, and reckoning working time is the longest part of it.
 */
export function rungAt(clock: Clock, rung: Rung, { calendar }: Pick<LawInForce, 'calendar'>): Instant | null {
  const clocks = known.get(calendar) ?? new WeakMap<Clock, Map<Rung, Instant | null>>();
  known.set(calendar, clocks);
  const rungs = clocks.get(clock) ?? new Map<Rung, Instant | null>();
  clocks.set(clock, rungs);
  const at = rungs.get(rung);
  if (at !== undefined) return at;
  const reckoned = reckonRung(clock, rung, calendar);
  rungs.set(rung, reckoned);
  return reckoned;
}

function reckonRung(clock: Clock, rung: Rung, calendar: Calendar): Instant | null {
  if (isPaused(clock)) return null;
  const from = rung.from === 'yellow' ? clock.yellowAt : clock.dueAt;
  if (from === null) return null;
  const at = after(from, rung, clock, calendar);
  // From red on, red's own rungs speak.
  return rung.from === 'yellow' && at >= clock.dueAt ? null : at;
}

function after(from: Instant, { after: span }: Rung, clock: Clock, calendar: Calendar): Instant {
  if (span.number === 0) return from;
  switch (span.unit) {
    case 'minute':
    case 'hour':
    case 'working_hour':
      return reckon(from, span, calendar, false, { pauses: clock.pauses }).dueAt;
    case 'working_day':
    case 'calendar_day':
    case 'month':
    case 'year':
      // A millisecond back, so that a period which ended at midnight counts from its last day. While it was grey it was
      // not red: a pause is not part of the ladder.
      return reckon(instantOf(msOf(from) - 1), span, calendar, false, { pauses: clock.pauses }).dueAt;
  }
}

/** The bureau can take the case now: there is somebody above, and the stage is one of those in which cases are elevated. */
export function mayBeTaken(state: Pick<CaseState, 'grade' | 'stage' | 'procedure'>): boolean {
  return state.grade !== 'bureau' && (procedureOf(state).acts.elevate?.at.includes(state.stage) ?? false);
}

/** The periods of the stages in which a town's case can be taken: only there may a ladder end with it. */
export const ESCALATING_PERIODS: readonly string[] = [
  ...new Set(
    ALL_PROCEDURES.flatMap(({ acts, stages }) => (acts.elevate?.at ?? []).flatMap((at) => stages[at].period ?? [])),
  ),
].filter((period) => !NEVER_A_TOWNS.includes(period));

/** What of a clock's ladder isn't on record, in its order. */
function open(state: CaseState, clock: Clock): readonly Climb[] {
  return ladderOf(state.law, clock.period).flatMap((rung) => {
    if (clock.reached.some((reached) => reached.rung === rung.number)) return [];
    if (rung.consequence === 'escalate' && !(clock.escalates && mayBeTaken(state))) return [];
    const at = rungAt(clock, rung, state.law);
    return at === null ? [] : [{ rung, at }];
  });
}

/** The rungs that a clock climbs at an instant, by the light that it has then. */
export function climbs(state: CaseState, clock: Clock, now: Instant): readonly Climb[] {
  const light = lightAt(clock, now);
  return open(state, clock).filter(({ rung, at }) => rung.from === light && now >= at);
}

/** The next instant at which a clock has a rung to climb; null = none by itself. */
export function nextRung(state: CaseState, clock: Clock): Instant | null {
  return open(state, clock)
    .filter(({ rung }) => !(rung.from === 'yellow' && clock.light === 'red'))
    .reduce<Instant | null>((first, { at }) => (first === null || at < first ? at : first), null);
}

/** When the bureau would take the case because of this duty; null = it wouldn't. */
export function escalatesAt(state: CaseState, clock: Clock): Instant | null {
  return open(state, clock).find(({ rung }) => rung.consequence === 'escalate')?.at ?? null;
}
