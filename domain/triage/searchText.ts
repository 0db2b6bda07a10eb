import { normalise, type NormalText } from './normalise';
import type { Hit } from './triage';

/** A text with the catalogue's words found in it. */
export interface SearchedText {
  readonly normal: NormalText;
  /** The text was longer than is read for a judgement. */
  readonly cut: boolean;
  /** As they stand in the text; of those that begin together the longest first. */
  readonly hits: readonly Hit[];
  /** By the word's number, in the order in which they were found. */
  readonly byWord: ReadonlyMap<number, readonly Hit[]>;
  /** A bit for each word, which others share: where it isn't set the word isn't in the text. Most are asked for in vain. */
  readonly bits: Uint32Array;
  /** Hits of three characters and more, which say what the shorter words inside them would. */
  readonly longWords: readonly Hit[];
}

/** Finds words in a normalised text, by where they end, and of those that end together the longest first. */
export type Find = (text: string) => readonly Hit[];

/** The same word said for the hundredth time tells nothing new. */
const HITS_PER_WORD = 8;
const LONG = 3;
/** 512 bits: as much as is made without asking the system for memory. */
const BITS_32 = 16;
/**
 * Characters read: the longest of 120 real letters has under 2,000, and one of 50,000 that repeats itself must not hold
 * up everybody else.
 */
export const READ_LENGTH = 6_000;

export function searchText(original: string, find: Find): SearchedText {
  const cut = original.length > READ_LENGTH;
  const normal = normalise(cut ? original.slice(0, READ_LENGTH) : original);
  const byWord = new Map<number, Hit[]>();
  const bits = new Uint32Array(BITS_32);
  const hits: Hit[] = [];
  for (const hit of find(normal.text)) {
    const found = byWord.get(hit.number);
    if (found === undefined) {
      byWord.set(hit.number, [hit]);
      const at = (hit.number >> 5) % BITS_32;
      bits[at] = (bits[at] ?? 0) | (1 << (hit.number & 31));
    } else if (found.length < HITS_PER_WORD) found.push(hit);
    else continue;
    put(hits, hit);
  }
  return { normal, cut, hits, byWord, bits, longWords: hits.filter(({ start, end }) => end - start >= LONG) };
}

export function holdsWord({ byWord, bits }: SearchedText, number: number): boolean {
  return ((bits[(number >> 5) % BITS_32] ?? 0) & (1 << (number & 31))) !== 0 && byWord.has(number);
}

/** Into its place from behind: found by their ends, hits are all but in order. */
function put(hits: Hit[], hit: Hit): void {
  let at = hits.length;
  for (let before = hits[at - 1]; before !== undefined && isAfter(before, hit); before = hits[at - 1]) {
    hits[at] = before;
    at -= 1;
  }
  hits[at] = hit;
}

function isAfter(one: Hit, other: Hit): boolean {
  return one.start > other.start || (one.start === other.start && one.end < other.end);
}
