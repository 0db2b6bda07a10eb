import type { Instant, LawDate } from '../catalogue';

/**
 * Dates of law are dates in Asia/Shanghai, which has been UTC+8 without summer time since 1992.
 * The offset is fixed here on purpose: a host's time-zone data must not be able to move a deadline.
 */
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;

export function instantOf(ms: number): Instant {
  return new Date(ms).toISOString();
}

export function msOf(instant: Instant): number {
  const ms = Date.parse(instant);
  if (Number.isNaN(ms)) throw new RangeError(`not an instant: ${instant}`);
  return ms;
}

/** The date in Shanghai on which an instant falls. */
export function lawDateOf(instant: Instant): LawDate {
  return new Date(msOf(instant) + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10);
}

/** Midnight in Shanghai at which a date begins. */
export function startOf(date: LawDate): Instant {
  return instantOf(Date.parse(`${date}T00:00:00Z`) - SHANGHAI_OFFSET_MS);
}

/** The first instant after a date: what a period that ends with that day is due at. */
export function endOf(date: LawDate): Instant {
  return startOf(addDays(date, 1));
}

/** The date that ends at an instant: the last day of a period which is over then. */
export function lastDayBefore(instant: Instant): LawDate {
  return lawDateOf(instantOf(msOf(instant) - 1));
}

export function addDays(date: LawDate, days: number): LawDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** The same day of the month `months` later, or that month's last day where it has no such day (民法典 202). */
export function addMonths(date: LawDate, months: number): LawDate {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const target = new Date(Date.UTC(year, month - 1 + months, 1));
  const lastDay = new Date(Date.UTC(target.getUTCFullYear(), target.getUTCMonth() + 1, 0)).getUTCDate();
  target.setUTCDate(Math.min(day, lastDay));
  return target.toISOString().slice(0, 10);
}

/** 0 = Sunday … 6 = Saturday. */
export function weekdayOf(date: LawDate): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay();
}

export function yearOf(date: LawDate): number {
  return Number(date.slice(0, 4));
}

/** A real date of the calendar, written `YYYY-MM-DD`. */
export function isLawDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const ms = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().slice(0, 10) === text;
}
