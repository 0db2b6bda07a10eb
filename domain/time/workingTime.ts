import type { Calendar, LawDate } from '../catalogue';
import { addDays, instantOf, lawDateOf, msOf, startOf, yearOf } from './lawDate';
import type { StoppedTime } from './stops';
import { dayKind } from './workingDay';

const MINUTE_MS = 60_000;

/** Office hours of a day in milliseconds, in their order; none on a rest day. */
export function officeHours(date: LawDate, calendar: Calendar): readonly StoppedTime[] {
  if (calendar.workingHours.length === 0) throw new Error('the calendar holds no working hours');
  if (!dayKind(date, calendar).work) return [];
  const midnight = msOf(startOf(date));
  return calendar.workingHours.map(({ from, to }) => ({
    from: midnight + minutes(from) * MINUTE_MS,
    until: midnight + minutes(to) * MINUTE_MS,
  }));
}

/** Where so much of office time from `start` on has passed, and the years on the way whose holidays aren't known. */
export function runOfficeTime(
  start: number,
  length: number,
  calendar: Calendar,
  stops: readonly StoppedTime[],
): { readonly end: number; readonly uncertainYears: readonly number[] } {
  const uncertain = new Set<number>();
  let left = length;
  let day = lawDateOf(instantOf(start));
  while (left > 0) {
    if (!dayKind(day, calendar).known) uncertain.add(yearOf(day));
    for (const open of officeHours(day, calendar)) {
      for (const piece of without({ from: Math.max(open.from, start), until: open.until }, stops)) {
        const length = piece.until - piece.from;
        if (left <= length) return { end: piece.from + left, uncertainYears: [...uncertain] };
        left -= length;
      }
    }
    day = addDays(day, 1);
  }
  return { end: start, uncertainYears: [] };
}

/** How much office time lies between two instants, stops left out. */
export function officeTimeBetween(
  start: number,
  end: number,
  calendar: Calendar,
  stops: readonly StoppedTime[],
): number {
  let sum = 0;
  for (let day = lawDateOf(instantOf(start)); msOf(startOf(day)) < end; day = addDays(day, 1)) {
    for (const open of officeHours(day, calendar)) {
      const within = { from: Math.max(open.from, start), until: Math.min(open.until, end) };
      for (const piece of without(within, stops)) sum += piece.until - piece.from;
    }
  }
  return sum;
}

/** The latest instant from which so much office time is left until `end`. */
export function officeTimeBefore(end: number, length: number, calendar: Calendar): number {
  let left = length;
  for (let day = lawDateOf(instantOf(end)); left > 0; day = addDays(day, -1)) {
    for (const open of [...officeHours(day, calendar)].reverse()) {
      const until = Math.min(open.until, end);
      if (until <= open.from) continue;
      if (left <= until - open.from) return until - left;
      left -= until - open.from;
    }
  }
  return end;
}

/** A stretch of time with the stops cut out of it. */
export function without(stretch: StoppedTime, stops: readonly StoppedTime[]): readonly StoppedTime[] {
  let pieces: readonly StoppedTime[] = stretch.from < stretch.until ? [stretch] : [];
  for (const stop of stops) {
    pieces = pieces.flatMap((piece) =>
      [
        { from: piece.from, until: Math.min(piece.until, stop.from) },
        { from: Math.max(piece.from, stop.until), until: piece.until },
      ].filter(({ from, until }) => from < until),
    );
  }
  return pieces;
}

function minutes(time: string): number {
  const [hour, minute] = time.split(':').map(Number) as [number, number];
  return hour * 60 + minute;
}
