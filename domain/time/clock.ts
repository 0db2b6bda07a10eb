import type { Calendar, Instant, Period } from '../catalogue';
import { BUREAU, DISPATCH_CENTRE, type OrgId } from '../people';
import { instantOf, lawDateOf, msOf } from './lawDate';
import { before, reckon } from './reckon';

export const LIGHTS = ['green', 'yellow', 'red'] as const;
export type Light = (typeof LIGHTS)[number];

/** A running duty. `light` is what has been recorded; what is shown comes from `lightAt`. */
export interface Clock {
  readonly id: string;
  readonly period: string;
  readonly name: string;
  readonly owner: OrgId;
  readonly startedAt: Instant;
  readonly yellowAt: Instant | null;
  readonly dueAt: Instant;
  readonly escalateAt: Instant | null;
  /** Years whose holidays were not announced when this was reckoned. */
  readonly uncertainYears: readonly number[];
  readonly light: Light;
}

export function startClock(id: string, period: Period, owner: OrgId, at: Instant, calendar: Calendar): Clock {
  const due = reckon(at, period.span, calendar, period.rollsForward);
  // Only a town's duty can be taken over by the bureau.
  const escalates = period.escalateAfter !== null && owner !== BUREAU && owner !== DISPATCH_CENTRE;
  return {
    id,
    period: period.id,
    name: period.name,
    owner,
    startedAt: at,
    yellowAt: yellowAt(at, due.dueAt, period, calendar),
    dueAt: due.dueAt,
    escalateAt:
      escalates && period.escalateAfter !== null
        ? // A millisecond back, so that a period which ended at midnight counts from its last day.
          reckon(instantOf(msOf(due.dueAt) - 1), period.escalateAfter, calendar, false).dueAt
        : null,
    uncertainYears: due.uncertainYears,
    light: 'green',
  };
}

function yellowAt(start: Instant, dueAt: Instant, period: Period, calendar: Calendar): Instant | null {
  if (period.yellow === null) return null;
  switch (period.yellow.kind) {
    case 'share':
      return instantOf(msOf(start) + Math.round(((msOf(dueAt) - msOf(start)) * period.yellow.percent) / 100));
    case 'remaining': {
      const point = before(dueAt, period.yellow.span, calendar);
      return point > start ? point : start;
    }
  }
}

/** The light at an instant: a function of the due instant and now, so every reading is right whatever the backlog. */
export function lightAt(clock: Pick<Clock, 'yellowAt' | 'dueAt'>, now: Instant): Light {
  if (now >= clock.dueAt) return 'red';
  if (clock.yellowAt !== null && now >= clock.yellowAt) return 'yellow';
  return 'green';
}

/** The next instant at which this clock has something to record; null when all of it is on record. */
export function nextPoint(clock: Clock): Instant | null {
  switch (clock.light) {
    case 'green':
      return clock.yellowAt ?? clock.dueAt;
    case 'yellow':
      return clock.dueAt;
    case 'red':
      return clock.escalateAt;
  }
}

/** Last day of a clock that ends at midnight, for people to read. */
export function lastDayOf(clock: Pick<Clock, 'dueAt'>): string {
  return lawDateOf(instantOf(msOf(clock.dueAt) - 1));
}
