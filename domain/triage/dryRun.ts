import type { Triage } from './triage';

/** What of a judgement decides where a clue goes and what becomes of it. */
export const JUDGED = ['outcome', 'item', 'town', 'grade'] as const;
export type Judged = (typeof JUDGED)[number];

export interface Otherwise {
  readonly what: Judged;
  readonly before: string | null;
  readonly after: string | null;
}

/** In what two judgements of one clue differ; reasons and confidences may, without anything coming of it. */
export function otherwise(before: Triage, after: Triage): readonly Otherwise[] {
  return JUDGED.filter((what) => before[what] !== after[what]).map((what) => ({
    what,
    before: before[what],
    after: after[what],
  }));
}

export interface Tally {
  readonly what: Judged;
  readonly before: string | null;
  readonly after: string | null;
  readonly clues: number;
}

/** How many clues change from what to what, the most first. */
export function tally(changes: readonly (readonly Otherwise[])[]): readonly Tally[] {
  const counts = new Map<string, Tally>();
  for (const { what, before, after } of changes.flat()) {
    const key = JSON.stringify([what, before, after]);
    counts.set(key, { what, before, after, clues: (counts.get(key)?.clues ?? 0) + 1 });
  }
  return [...counts.values()].sort(
    (a, b) =>
      JUDGED.indexOf(a.what) - JUDGED.indexOf(b.what) ||
      b.clues - a.clues ||
      (a.after ?? '').localeCompare(b.after ?? ''),
  );
}
