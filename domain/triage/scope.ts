import type { Catalogue, NotOursRule } from '../catalogue';
import { byTarget, strongestFirst, total } from './findItem';
import { matchPatterns, type Match } from './matchPatterns';
import type { SearchedText } from './searchText';
import { DESK_FLOOR, NOT_OURS_FLOOR, OURS_OVER_OTHERS } from './thresholds';
import type { Channel } from './triage';
import type { WordIndex } from './wordIndex';

export interface OtherBody {
  readonly rule: NotOursRule;
  readonly score: number;
  readonly matches: readonly Match[];
}

/** The other body whose business the words fit best; null when they fit none. */
export function findOtherBody(catalogue: Catalogue, index: WordIndex, text: SearchedText): OtherBody | null {
  const matches = byTarget(matchPatterns(index.notOurs, text, null));
  const scored = catalogue.notOurs.flatMap((rule) => {
    const found = matches.get(rule.id);
    return found === undefined ? [] : [{ rule, score: total(found), matches: strongestFirst(found) }];
  });
  return scored.sort((a, b) => b.score - a.score)[0] ?? null;
}

/**
 * Whether somebody of the seven fields should look at it. Officials report what they were sent to look for, so
 * what can't be told there goes to the desk; citizens write about everything, so without a sign it isn't ours.
 */
export function isOurs(ours: number, other: OtherBody | null, channel: Channel): boolean {
  if (other !== null && other.score >= NOT_OURS_FLOOR && other.score * OURS_OVER_OTHERS >= ours) return false;
  return ours >= DESK_FLOOR || isOfficial(channel);
}

function isOfficial(channel: Channel): boolean {
  switch (channel) {
    case 'grid_worker':
    case 'patrol':
    case 'city_platform':
    case 'video':
    case 'transfer':
      return true;
    case 'hotline_12345':
    case 'web':
    case 'walk_in':
    case 'media':
      return false;
  }
}
