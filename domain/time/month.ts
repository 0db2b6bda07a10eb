import type { Instant, LawDate } from '../catalogue';
import { addDays, addMonths, lawDateOf } from './lawDate';

/** A month of law, written `YYYY-MM`. */
export type Month = string;

export function isMonth(text: string): boolean {
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(text);
}

export function monthOf(date: LawDate): Month {
  return date.slice(0, 7);
}

/** The month before the one in Shanghai in which an instant falls. */
export function monthBefore(instant: Instant): Month {
  return monthOf(addMonths(firstDayOf(monthOf(lawDateOf(instant))), -1));
}

export function firstDayOf(month: Month): LawDate {
  return `${month}-01`;
}

export function lastDayOf(month: Month): LawDate {
  return addDays(addMonths(firstDayOf(month), 1), -1);
}
