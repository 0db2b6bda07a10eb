import type { Article, Instant, LawDate, RungFrom, Span, YellowPoint } from '../catalogue';
import type { OrgId } from '../people';
import { instantOf, lawDateOf, msOf } from './lawDate';

/** In the order of their gravity. Grey: the period is paused, nothing runs. */
export const LIGHTS = ['grey', 'green', 'yellow', 'red'] as const;
export type Light = (typeof LIGHTS)[number];

export const isGraver = (a: Light, b: Light): boolean => LIGHTS.indexOf(a) > LIGHTS.indexOf(b);

/** A stretch in which a period doesn't run; `until` null = it still stands. */
export interface Pause {
  readonly from: Instant;
  readonly until: Instant | null;
  readonly reason: string;
  readonly article: Article | null;
  /** What was on record when it began, and has been told. */
  readonly light: Light;
}

export interface Extension {
  readonly span: Span;
  readonly at: Instant;
  /** Who approved it. */
  readonly by: string;
  readonly reason: string;
  readonly article: Article | null;
}

/** A rung of the ladder that a duty has climbed. */
export interface Reached {
  readonly rung: number;
  readonly from: RungFrom;
}

/**
 * A running duty as a ledger: from its budget, start, pauses and extensions everything else can be worked out again,
 * by us and by hand. `light` is what has been recorded; what is shown comes from `lightAt`.
 */
export interface Clock {
  readonly id: string;
  readonly period: string;
  readonly name: string;
  readonly owner: OrgId;
  readonly article: Article | null;
  /** The budget. */
  readonly span: Span;
  readonly rollsForward: boolean;
  readonly yellow: YellowPoint | null;
  /** Somebody is above its owner who may take the case: so it is with a town's duty until another inherits it. */
  readonly escalates: boolean;
  readonly startedAt: Instant;
  /** In the order of their beginnings; only the last may still stand. */
  readonly pauses: readonly Pause[];
  readonly extensions: readonly Extension[];
  /** Null also while paused. */
  readonly yellowAt: Instant | null;
  /** While paused it stays as it was before. */
  readonly dueAt: Instant;
  /** Years whose holidays were not announced when this was reckoned. */
  readonly uncertainYears: readonly number[];
  readonly light: Light;
  /** What of the ladder is on record. */
  readonly reached: readonly Reached[];
}

/** The pause that stands now. */
export function standingPause({ pauses }: Pick<Clock, 'pauses'>): Pause | null {
  const last = pauses.at(-1);
  return last !== undefined && last.until === null ? last : null;
}

export function isPaused(clock: Pick<Clock, 'pauses'>): boolean {
  return standingPause(clock) !== null;
}

/**
 * The light at an instant: a function of the due instant and now, so every reading is right whatever the backlog.
 * A clue's light has no pauses.
 */
export function lightAt(
  clock: Pick<Clock, 'yellowAt' | 'dueAt'> & { readonly pauses?: readonly Pause[] },
  now: Instant,
): Light {
  if (clock.pauses !== undefined && isPaused({ pauses: clock.pauses })) return 'grey';
  if (now >= clock.dueAt) return 'red';
  if (clock.yellowAt !== null && now >= clock.yellowAt) return 'yellow';
  return 'green';
}

/** The rungs that stay climbed when a light falls back: those of a light that isn't on any more may be climbed again. */
export function stillReached({ reached }: Pick<Clock, 'reached'>, light: Light): readonly Reached[] {
  return reached.filter(({ from }) => !isGraver(from, light));
}

/** The next instant at which the light of this clock changes; null when it is red on record, and while it is paused. */
export function nextLight(clock: Clock): Instant | null {
  if (isPaused(clock)) return null;
  switch (clock.light) {
    case 'grey':
    case 'green':
      return clock.yellowAt ?? clock.dueAt;
    case 'yellow':
      return clock.dueAt;
    case 'red':
      return null;
  }
}

/** Last day of a clock, for people to read: one that ends at midnight ends with the day before. */
export function lastDayOf(clock: Pick<Clock, 'dueAt'>): LawDate {
  return lawDateOf(instantOf(msOf(clock.dueAt) - 1));
}
