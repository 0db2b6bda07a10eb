import type { LawDate } from '../catalogue';
import { wilson } from './wilson';

/** A share counts as it is, or its rest does: of rework and of delay, less is better. */
export const COUNTED_AS = ['share', 'rest'] as const;
export type CountedAs = (typeof COUNTED_AS)[number];

export interface ScorePart {
  readonly indicator: string;
  readonly indicatorVersion: number;
  /** Of 100. */
  readonly weight: number;
  readonly countsAs: CountedAs;
}

/** How indicators make one score: data, under a version, so that old and new weights stand side by side. */
export interface ScoreFormula {
  readonly id: string;
  readonly version: number;
  readonly label: string;
  readonly inForceFrom: LawDate;
  readonly parts: readonly ScorePart[];
  /** Whether who decides on the weights has confirmed them. */
  readonly verified: boolean;
}

/** What was counted of an indicator: whole numbers, from which every share is worked out anew. */
export interface Figure {
  readonly hits: number;
  readonly n: number;
}

export interface ScoredPart extends ScorePart, Figure {
  /** Of its weight; null where nothing was counted. */
  readonly points: number | null;
}

export interface Score {
  /** Of 100, over the parts of which something was counted; null where nothing was. */
  readonly points: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** Weight of the parts of which nothing was counted: the score says nothing of them. */
  readonly unknownWeight: number;
  /** The smallest number that any part rests on. */
  readonly smallest: number;
  readonly parts: readonly ScoredPart[];
}

/**
 * The score and the interval in which it lies with 95 %. The intervals of the parts are joined by their squared distances
 * (MOVER, Zou and Donner 2008): adding them up end to end would say less than is known.
 */
export function scoreOf({ parts }: ScoreFormula, figureOf: (part: ScorePart) => Figure): Score {
  const scored = parts.map((part): ScoredPart => {
    const { hits, n } = figureOf(part);
    return { ...part, hits, n, points: n === 0 ? null : part.weight * valued(part.countsAs, hits / n) };
  });
  const counted = scored.filter(({ n }) => n > 0);
  const weight = sum(counted.map((part) => part.weight));
  const unknownWeight = sum(parts.map((part) => part.weight)) - weight;
  if (weight === 0) return { points: null, low: null, high: null, unknownWeight, smallest: 0, parts: scored };
  const scale = 100 / weight;
  const points = sum(counted.map((part) => part.points ?? 0)) * scale;
  const reach = (side: 'low' | 'high') =>
    Math.sqrt(sum(counted.map((part) => (part.weight * scale * distance(part, side)) ** 2)));
  return {
    points,
    low: Math.max(0, points - reach('low')),
    high: Math.min(100, points + reach('high')),
    unknownWeight,
    smallest: Math.min(...counted.map(({ n }) => n)),
    parts: scored,
  };
}

const valued = (countsAs: CountedAs, value: number): number => (countsAs === 'share' ? value : 1 - value);

/** From the part's value down or up to the end of its interval; what counts by its rest is turned over. */
function distance({ countsAs, hits, n }: ScoredPart, side: 'low' | 'high'): number {
  const interval = wilson(hits, n);
  if (interval === null) return 0;
  const down = hits / n - interval.low;
  const up = interval.high - hits / n;
  return (side === 'low') === (countsAs === 'share') ? down : up;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
