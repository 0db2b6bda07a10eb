import type { SearchedText } from './searchText';
import type { Hit, Urgency } from './triage';
import type { WordIndex } from './wordIndex';
import { isDenied } from './findCues';

export interface UrgencyFinding {
  readonly urgency: Urgency;
  readonly hit: Hit | null;
}

/** How soon somebody must be there, by what the text says is happening. Denied or threatened doesn't count. */
export function findUrgency(index: WordIndex, { hits, normal }: SearchedText): UrgencyFinding {
  let today: Hit | null = null;
  for (const hit of hits) {
    const urgency = index.urgency[hit.number];
    if (urgency === undefined || isDenied(normal.text, hit)) continue;
    if (urgency === 'immediate') return { urgency, hit };
    today ??= hit;
  }
  return today === null ? { urgency: 'ordinary', hit: null } : { urgency: 'today', hit: today };
}
