import { normalise, type NormalText } from './normalise';
import type { Hit } from './triage';

/** A text with the catalogue's words found in it. */
export interface SearchedText {
  readonly normal: NormalText;
  readonly hits: readonly Hit[];
  readonly byWord: ReadonlyMap<string, readonly Hit[]>;
  /** Hits of three characters and more, which say what the shorter words inside them would. */
  readonly longWords: readonly Hit[];
}

export type Find = (text: string) => readonly Hit[];

/** The same word said for the hundredth time tells nothing new, and a text of 50,000 characters must stay cheap. */
const HITS_PER_WORD = 8;

export function searchText(original: string, find: Find): SearchedText {
  const normal = normalise(original);
  const byWord = new Map<string, Hit[]>();
  for (const hit of [...find(normal.text)].sort((a, b) => a.start - b.start)) {
    const found = byWord.get(hit.word) ?? [];
    if (found.length < HITS_PER_WORD) byWord.set(hit.word, [...found, hit]);
  }
  const hits = [...byWord.values()].flat().sort((a, b) => a.start - b.start || b.end - a.end);
  return { normal, hits, byWord, longWords: hits.filter(({ word }) => word.length >= 3) };
}
