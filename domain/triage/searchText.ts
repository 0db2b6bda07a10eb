import { normalise, type NormalText } from './normalise';
import type { Hit } from './triage';

/** A text with the catalogue's words found in it. */
export interface SearchedText {
  readonly normal: NormalText;
  /** The text was longer than is read for a judgement. */
  readonly cut: boolean;
  readonly hits: readonly Hit[];
  readonly byWord: ReadonlyMap<string, readonly Hit[]>;
  /** Hits of three characters and more, which say what the shorter words inside them would. */
  readonly longWords: readonly Hit[];
}

export type Find = (text: string) => readonly Hit[];

/** The same word said for the hundredth time tells nothing new. */
const HITS_PER_WORD = 8;
/**
 * Characters read: the longest of 120 real letters has under 2,000, and one of 50,000 that repeats itself must not hold
 * up everybody else.
 */
export const READ_LENGTH = 6_000;

export function searchText(original: string, find: Find): SearchedText {
  const cut = original.length > READ_LENGTH;
  const normal = normalise(cut ? original.slice(0, READ_LENGTH) : original);
  const byWord = new Map<string, Hit[]>();
  const hits: Hit[] = [];
  for (const hit of find(normal.text)) {
    const found = byWord.get(hit.word);
    if (found === undefined) byWord.set(hit.word, [hit]);
    else if (found.length < HITS_PER_WORD) found.push(hit);
    else continue;
    hits.push(hit);
  }
  hits.sort((a, b) => a.start - b.start || b.end - a.end);
  return { normal, cut, hits, byWord, longWords: hits.filter(({ word }) => word.length >= 3) };
}
