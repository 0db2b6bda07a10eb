import type { Instant, LawDate } from '../catalogue';
import type { Pause } from './clock';
import { addDays, endOf, lawDateOf, msOf } from './lawDate';

/** Days that don't count: those after `after`, up to and with `until`. */
export interface StoppedDays {
  readonly after: LawDate;
  readonly until: LawDate;
}

/** Milliseconds that don't count, `until` not among them. */
export interface StoppedTime {
  readonly from: number;
  readonly until: number;
}

type Ended = Pick<Pause, 'from' | 'until'>;

/**
 * The dates that ended pauses take out of a period counted in days. As with every period, the day on which a pause
 * begins isn't part of it and the day on which it ends is: testing from the 1st to the 12th takes out eleven days.
 */
export function stoppedDays(pauses: readonly Ended[]): readonly StoppedDays[] {
  return ended(pauses)
    .map(([from, until]) => ({ after: lawDateOf(from), until: lawDateOf(until) }))
    .filter(({ after, until }) => after < until)
    .sort((a, b) => (a.after < b.after ? -1 : 1))
    .reduce<readonly StoppedDays[]>((merged, next) => {
      const last = merged.at(-1);
      if (last === undefined || next.after > last.until) return [...merged, next];
      return [...merged.slice(0, -1), { after: last.after, until: last.until > next.until ? last.until : next.until }];
    }, []);
}

/** The time that ended pauses take out of a period that runs by the clock. */
export function stoppedTime(pauses: readonly Ended[]): readonly StoppedTime[] {
  return mergedTime(ended(pauses).map(([from, until]) => ({ from: msOf(from), until: msOf(until) })));
}

/** The stopped days as stretches of time, each from midnight to midnight. */
export function stoppedDaysAsTime(days: readonly StoppedDays[]): readonly StoppedTime[] {
  return days.map(({ after, until }) => ({ from: msOf(endOf(after)), until: msOf(endOf(until)) }));
}

export function isStopped(date: LawDate, days: readonly StoppedDays[]): boolean {
  return days.some(({ after, until }) => after < date && date <= until);
}

/** The first stretch of time after `start` of this length, stops left out: where it ends. */
export function runTime(start: number, length: number, stops: readonly StoppedTime[]): number {
  let end = start + length;
  for (const { from, until } of stops) if (until > start && from < end) end += until - Math.max(from, start);
  return end;
}

/** `last`, moved on by the stopped days between `start` (not among them) and itself, and by those met on the way. */
export function runDays(start: LawDate, last: LawDate, stops: readonly StoppedDays[]): LawDate {
  let end = last;
  for (const { after, until } of stops)
    if (until > start && after < end) end = addDays(end, daysBetween(after > start ? after : start, until));
  return end;
}

export function daysBetween(from: LawDate, to: LawDate): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

function ended(pauses: readonly Ended[]): readonly (readonly [Instant, Instant])[] {
  return pauses.flatMap(({ from, until }) => (until === null || until <= from ? [] : [[from, until] as const]));
}

function mergedTime(stops: readonly StoppedTime[]): readonly StoppedTime[] {
  return [...stops]
    .sort((a, b) => a.from - b.from)
    .reduce<readonly StoppedTime[]>((merged, next) => {
      const last = merged.at(-1);
      if (last === undefined || next.from > last.until) return [...merged, next];
      return [...merged.slice(0, -1), { from: last.from, until: Math.max(last.until, next.until) }];
    }, []);
}
