import type { Calendar, Instant, LawDate, Span } from '../catalogue';
import { addDays, addMonths, endOf, instantOf, lawDateOf, msOf, startOf, yearOf } from './lawDate';
import { dayKind } from './workingDay';

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

export interface Reckoning {
  /** The first instant at which the period is over. */
  readonly dueAt: Instant;
  /** The last day of a period counted in days, months or years. */
  readonly lastDay: LawDate | null;
  /** Years touched whose holidays have not been announced: the due date may still move. */
  readonly uncertainYears: readonly number[];
}

/**
 * Ends a period. Counted in days and longer, the day it starts on isn't counted and it lasts to the end of its last
 * day (行政处罚法 85, 民法典 201–203); minutes and hours run by the clock.
 */
export function reckon(start: Instant, span: Span, calendar: Calendar, rollsForward: boolean): Reckoning {
  const from = lawDateOf(start);
  switch (span.unit) {
    case 'minute':
      return { dueAt: instantOf(msOf(start) + span.number * MINUTE_MS), lastDay: null, uncertainYears: [] };
    case 'hour':
      return { dueAt: instantOf(msOf(start) + span.number * HOUR_MS), lastDay: null, uncertainYears: [] };
    case 'working_day': {
      const uncertain = new Set<number>();
      let day = from;
      for (let counted = 0; counted < span.number;) {
        day = addDays(day, 1);
        const kind = dayKind(day, calendar);
        if (!kind.known) uncertain.add(yearOf(day));
        if (kind.work) counted += 1;
      }
      return { dueAt: endOf(day), lastDay: day, uncertainYears: [...uncertain] };
    }
    case 'calendar_day':
      return lastDayOf(addDays(from, span.number), calendar, rollsForward);
    case 'month':
      return lastDayOf(addMonths(from, span.number), calendar, rollsForward);
    case 'year':
      return lastDayOf(addMonths(from, span.number * 12), calendar, rollsForward);
  }
}

function lastDayOf(day: LawDate, calendar: Calendar, rollsForward: boolean): Reckoning {
  if (!rollsForward) return { dueAt: endOf(day), lastDay: day, uncertainYears: [] };
  const uncertain = new Set<number>();
  let last = day;
  for (;;) {
    const kind = dayKind(last, calendar);
    if (!kind.known) uncertain.add(yearOf(last));
    if (kind.work) return { dueAt: endOf(last), lastDay: last, uncertainYears: [...uncertain] };
    last = addDays(last, 1);
  }
}

/** The instant at which so much of a period is left: whole days count from their midnight. */
export function before(dueAt: Instant, span: Span, calendar: Calendar): Instant {
  switch (span.unit) {
    case 'minute':
      return instantOf(msOf(dueAt) - span.number * MINUTE_MS);
    case 'hour':
      return instantOf(msOf(dueAt) - span.number * HOUR_MS);
    case 'calendar_day':
      return instantOf(msOf(dueAt) - span.number * 24 * HOUR_MS);
    case 'working_day': {
      let day = lawDateOf(dueAt);
      for (let counted = 0; counted < span.number;) {
        day = addDays(day, -1);
        if (dayKind(day, calendar).work) counted += 1;
      }
      return startOf(day);
    }
    case 'month':
      return startOf(addMonths(lawDateOf(dueAt), -span.number));
    case 'year':
      return startOf(addMonths(lawDateOf(dueAt), -span.number * 12));
  }
}
