import type { Score } from './score';

/** The places that somebody may have among the others, the best and the worst that their intervals allow. */
export interface Rank {
  readonly best: number;
  readonly worst: number;
}

/**
 * Ranks by intervals: ahead of somebody is only who is better even where chance was against them. Two towns whose intervals
 * overlap share their places, and of a few cases no rank is made. Null = too few, or nothing counted.
 */
export function rank(scores: readonly Score[], enough: number): readonly (Rank | null)[] {
  const ranked = scores.filter((score) => isRanked(score, enough));
  return scores.map((score) => {
    const { low, high } = score;
    if (!isRanked(score, enough) || low === null || high === null) return null;
    const ahead = ranked.filter((other) => other.low !== null && other.low > high).length;
    const behind = ranked.filter((other) => other.high !== null && other.high < low).length;
    return { best: ahead + 1, worst: ranked.length - behind };
  });
}

export const isRanked = ({ points, smallest }: Score, enough: number): boolean => points !== null && smallest >= enough;
