import { newClock } from '../acts/enter';
import type { CaseEventType, CaseState, RecordedEvent, ReviewVerdict } from '../case';
import type { Instant } from '../catalogue';
import { evolve } from '../evolve';
import { BUREAU, DISPATCH_CENTRE } from '../people';
import type { Rated } from '../satisfaction';
import { standingPause, type Clock } from '../time/clock';

/** On whose account something goes. */
export interface Who {
  /** Where it happened. */
  readonly town: string;
  /** Whose it was: a town or the bureau. */
  readonly org: string;
  /** Who led the case then; null = nobody yet. */
  readonly officer: string | null;
}

/**
 * An event as indicators may see it. Amounts are not left out by the formulas' good will, there are none here (行政处罚法 74).
 */
export interface Step extends Who {
  readonly type: CaseEventType;
  readonly at: Instant;
  readonly verdict: ReviewVerdict | null;
  readonly insisted: boolean;
  readonly closedBy: 'town' | 'bureau' | null;
}

/** A duty with its clock, from its start to its end. */
export interface DutySpan extends Who {
  readonly clockId: string;
  readonly period: string;
  readonly startedAt: Instant;
  /** With the pauses and extensions that it had. */
  readonly dueAt: Instant;
  /** null = it is still open. */
  readonly endedAt: Instant | null;
  /** It was over before it was done, or is over and isn't done. A pause isn't counted. */
  readonly late: boolean;
  /** An appeal against its being late was granted: the fact stays, it counts for nothing. */
  readonly exempt: boolean;
}

export interface Trail {
  readonly caseId: string;
  /** Who has the case now. */
  readonly holder: Who;
  readonly steps: readonly Step[];
  readonly duties: readonly DutySpan[];
  /** What reporters said once they were answered, in the order in which they did. */
  readonly ratings: readonly Rated[];
}

/** What indicators are reckoned from: a case's events and what its reporters said of it, never its rows as they are now. */
export function trailOf(events: readonly RecordedEvent[], ratings: readonly Rated[] = []): Trail {
  const steps: Step[] = [];
  const duties: DutySpan[] = [];
  let before: CaseState | null = null;
  for (const recorded of events) {
    const after = evolve(before, recorded);
    // An act goes on the account of whoever had the case when it was done.
    steps.push(stepOf(recorded, before ?? after));
    if (before === null) duties.push(...dispatchOf(recorded, after));
    else duties.push(...ended(before, after, recorded.at));
    before = after;
  }
  if (before === null) throw new Error('a case without events');
  const open = Object.values(before.clocks);
  const state = before;
  duties.push(...open.map((clock) => spanOf(clock, state, null)));
  const granted = state.overdue.filter(({ appeal }) => appeal?.judgement?.granted === true);
  const isExempt = (duty: DutySpan): boolean =>
    granted.some(
      ({ clockId, startedAt, dueAt }) =>
        clockId === duty.clockId && startedAt === duty.startedAt && dueAt === duty.dueAt,
    );
  return {
    caseId: before.caseId,
    holder: whoHas(before),
    steps,
    duties: duties.map((duty) => ({ ...duty, exempt: isExempt(duty) })),
    ratings,
  };
}

function stepOf({ event, at }: RecordedEvent, state: CaseState): Step {
  return {
    type: event.type,
    at,
    ...whoHas(state),
    verdict: event.type === 'reviewed' ? event.verdict : null,
    insisted: event.type === 'dispatched' && event.insisted,
    closedBy: event.type === 'case_closed' ? (state.owner === BUREAU ? 'bureau' : 'town') : null,
  };
}

/** The dispatch centre's own duty, from the report to the work order: it was over before there was a case to keep its clock. */
function dispatchOf({ event, at }: RecordedEvent, opened: CaseState): readonly DutySpan[] {
  // A law without that period leaves nothing to judge it by.
  if (event.type !== 'case_opened' || opened.law.periods['dispatch'] === undefined) return [];
  return [spanOf(newClock(opened, 'dispatch', 'dispatch', DISPATCH_CENTRE, event.reportedAt), opened, at)];
}

function whoHas({ town, owner, assignees }: CaseState): Who {
  return { town, org: owner, officer: assignees[0] ?? null };
}

/** The clocks that an event ended: stopped, or begun anew under the same id. */
function ended(before: CaseState, after: CaseState, at: Instant): readonly DutySpan[] {
  return Object.values(before.clocks)
    .filter((clock) => after.clocks[clock.id]?.startedAt !== clock.startedAt)
    .map((clock) => spanOf(clock, before, at));
}

function spanOf(clock: Clock, state: CaseState, endedAt: Instant | null): DutySpan {
  // While it stands still it runs into no lateness; one that was over before that stays late.
  const until = standingPause(clock)?.from ?? endedAt;
  const late = until === null ? clock.light === 'red' : until >= clock.dueAt;
  return {
    clockId: clock.id,
    period: clock.period,
    town: state.town,
    org: clock.owner,
    officer: clock.owner === state.owner ? (state.assignees[0] ?? null) : null,
    startedAt: clock.startedAt,
    dueAt: clock.dueAt,
    endedAt,
    late,
    exempt: false,
  };
}
