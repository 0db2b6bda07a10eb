import type { Calendar, Instant, LawDate, Span } from '../catalogue';
import type { Pause } from './clock';
import { addDays, addMonths, endOf, instantOf, lawDateOf, msOf, startOf, yearOf } from './lawDate';
import { isStopped, runDays, runTime, stoppedDays, stoppedTime, type StoppedDays } from './stops';
import { dayKind } from './workingDay';
import { officeTimeBefore, runOfficeTime } from './workingTime';

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

/** What has happened to a period since it started. */
export interface Ledger {
  /** Only those that have ended move the end. */
  readonly pauses?: readonly Pick<Pause, 'from' | 'until'>[];
  readonly extensions?: readonly { readonly span: Span }[];
}

/**
 * Ends a period. Counted in days and longer, the day it starts on isn't counted and it lasts to the end of its last
 * day (行政处罚法 85, 民法典 201–203); minutes and hours run by the clock, working hours in office hours only.
 * A last day on a rest day moves on once, when all is counted (民诉法 85).
 */
export function reckon(
  start: Instant,
  span: Span,
  calendar: Calendar,
  rollsForward: boolean,
  { pauses = [], extensions = [] }: Ledger = {},
): Reckoning {
  const uncertain = new Set<number>();
  const days = stoppedDays(pauses);
  let dueAt = start;
  let from = lawDateOf(start);
  let lastDay: LawDate | null = null;
  for (const part of parts(span, extensions)) {
    switch (part.unit) {
      case 'minute':
      case 'hour':
      case 'working_hour': {
        const length = part.number * (part.unit === 'minute' ? MINUTE_MS : HOUR_MS);
        const stops = stoppedTime(pauses);
        if (part.unit === 'working_hour') {
          const run = runOfficeTime(msOf(dueAt), length, calendar, stops);
          run.uncertainYears.forEach((year) => uncertain.add(year));
          dueAt = instantOf(run.end);
        } else dueAt = instantOf(runTime(msOf(dueAt), length, stops));
        // A period that ends at midnight ends with the day before.
        from = lawDateOf(instantOf(msOf(dueAt) - 1));
        lastDay = null;
        break;
      }
      case 'working_day':
      case 'calendar_day':
      case 'month':
      case 'year':
        from = lastDay = lastDayOf(from, part, calendar, days, uncertain);
        dueAt = endOf(lastDay);
        break;
    }
  }
  if (lastDay !== null && rollsForward) {
    lastDay = rolled(lastDay, calendar, days, uncertain);
    dueAt = endOf(lastDay);
  }
  return { dueAt, lastDay, uncertainYears: [...uncertain].sort((a, b) => a - b) };
}

/** The budget with the extensions in its own unit, then those in others, which go on from its last day. */
export function parts(span: Span, extensions: readonly { readonly span: Span }[]): readonly Span[] {
  if (extensions.length === 0) return [span];
  const spans = extensions.map((extension) => extension.span);
  const same = spans.filter(({ unit }) => unit === span.unit);
  return [
    { number: same.reduce((sum, { number }) => sum + number, span.number), unit: span.unit },
    ...spans.filter(({ unit }) => unit !== span.unit),
  ];
}

function lastDayOf(
  from: LawDate,
  span: Span,
  calendar: Calendar,
  stops: readonly StoppedDays[],
  uncertain: Set<number>,
): LawDate {
  switch (span.unit) {
    case 'working_day': {
      let day = from;
      for (let counted = 0; counted < span.number;) {
        day = addDays(day, 1);
        const kind = dayKind(day, calendar);
        if (!kind.known) uncertain.add(yearOf(day));
        if (kind.work && (stops.length === 0 || !isStopped(day, stops))) counted += 1;
      }
      return day;
    }
    case 'calendar_day':
      return runDays(from, addDays(from, span.number), stops);
    case 'month':
      return runDays(from, addMonths(from, span.number), stops);
    case 'year':
      return runDays(from, addMonths(from, span.number * 12), stops);
    case 'minute':
    case 'hour':
    case 'working_hour':
      throw new RangeError(`not counted in days: ${span.unit}`);
  }
}

/** The first working day from `day` on; one in a pause can't be a last day either. */
function rolled(day: LawDate, calendar: Calendar, stops: readonly StoppedDays[], uncertain: Set<number>): LawDate {
  for (let last = day; ; last = addDays(last, 1)) {
    const kind = dayKind(last, calendar);
    if (!kind.known) uncertain.add(yearOf(last));
    if (kind.work && (last === day || !isStopped(last, stops))) return last;
  }
}

/** The instant at which so much of a period is left: whole days count from their midnight. */
export function before(dueAt: Instant, span: Span, calendar: Calendar): Instant {
  switch (span.unit) {
    case 'minute':
      return instantOf(msOf(dueAt) - span.number * MINUTE_MS);
    case 'hour':
      return instantOf(msOf(dueAt) - span.number * HOUR_MS);
    case 'working_hour':
      return instantOf(officeTimeBefore(msOf(dueAt), span.number * HOUR_MS, calendar));
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
