import type { ScoreRow } from '../evaluation/scoresView';
import type { Bar } from './scoreChart';
import { NONE } from './words';

export interface ScoreLine {
  readonly who: string;
  readonly name: string;
  /** undefined = nothing was counted of them. */
  readonly score: ScoreRow | undefined;
  readonly note: string;
}

/** Everybody who is to be in it, the best first and those of whom nothing was counted last; nobody is left out for having nothing. */
export function scoreLines(
  rows: readonly ScoreRow[],
  everybody: readonly { readonly code: string; readonly name: string }[],
): readonly ScoreLine[] {
  const scored = rows.map((score): ScoreLine => ({
    who: score.who,
    name: everybody.find(({ code }) => code === score.who)?.name ?? score.who,
    score,
    note: score.note ?? '',
  }));
  const rest = everybody.filter(({ code }) => !rows.some(({ who }) => who === code));
  return [...scored, ...rest.map(({ code, name }) => ({ who: code, name, score: undefined, note: NONE }))];
}

export const barsOf = (lines: readonly ScoreLine[]): readonly Bar[] =>
  lines.map(({ name, score }) => ({
    name,
    value: score?.points ?? null,
    low: score?.low ?? null,
    high: score?.high ?? null,
  }));
