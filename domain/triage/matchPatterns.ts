import { holdsWord, type SearchedText } from './searchText';
import { APART_WITHIN, OPENING_LENGTH, OPENING_SHARE, TAIL_FROM, TAIL_SHARE } from './thresholds';
import type { Hit } from './triage';
import { wordWeight, type ByWord, type Pattern, type WordIndex } from './wordIndex';

/** A pattern found in a text. */
export interface Match {
  readonly pattern: Pattern;
  /** Its words in the text, in the order of the pattern's parts; `null` for one that stands in the place only. */
  readonly hits: readonly (Hit | null)[];
  /** All its words, those from the place too. */
  readonly words: readonly string[];
  readonly weight: number;
}

/** Where patterns are looked for. */
interface Searched {
  readonly index: Pick<WordIndex, 'words' | 'lengths'>;
  readonly text: SearchedText;
  readonly beside: SearchedText | null;
}

/**
 * The patterns that a text holds, each once, where it counts most. Words of `beside` (the clue's place) may
 * complete a pattern of several words, never make one alone. `targets` limits the search to patterns of these.
 *
 * Written out in loops: a text wakes dozens of patterns, nearly all in vain, and a list or a function made for each of
 * them was more work than all the comparing.
 */
export function matchPatterns(
  index: Searched['index'],
  patterns: ByWord<readonly Pattern[]>,
  text: SearchedText,
  beside: SearchedText | null,
  targets: { has(target: string): boolean } | null = null,
): Match[] {
  const searched = { index, text, beside };
  const tried = new Set<Pattern>();
  const matches: Match[] = [];
  for (const { byWord } of beside === null ? [text] : [text, beside]) {
    for (const word of byWord.keys()) {
      for (const pattern of patterns[word] ?? NONE) {
        if (targets !== null && !targets.has(pattern.target)) continue;
        // Most fail here, before anything is made for them.
        if (!isPossible(pattern, text, beside) || tried.has(pattern)) continue;
        tried.add(pattern);
        const best = pattern.parts.length === 1 ? alone(pattern, searched) : together(pattern, searched);
        if (best !== null) matches.push(best);
      }
    }
  }
  return matches;
}

const NONE: readonly never[] = [];

/** 公路广告牌 is not 广告牌: a word inside a longer one has been said by that one. */
function alone(pattern: Pattern, { index, text }: Searched): Match | null {
  let best: Hit | null = null;
  let most = -Infinity;
  for (const word of pattern.parts[0] ?? NONE) {
    for (const hit of text.byWord.get(word) ?? NONE) {
      const weight = weightOf(pattern, index.lengths[word] ?? 0, hit.start);
      if (weight <= most || isInLonger(hit, text.longWords)) continue;
      best = hit;
      most = weight;
    }
  }
  return best === null ? null : { pattern, hits: [best], words: [index.words[best.number] ?? ''], weight: most };
}

function together(pattern: Pattern, searched: Searched): Match | null {
  const { text, beside } = searched;
  let best: Match | null = null;
  for (let at = 0; at < pattern.parts.length; at += 1) {
    const part = pattern.parts[at] ?? NONE;
    for (const word of part) {
      for (const anchor of text.byWord.get(word) ?? NONE) {
        const found = completed(pattern, at, anchor, searched);
        if (found !== null && (best === null || found.weight > best.weight)) best = found;
      }
    }
    // Every whole match has a word in the first part, unless that one stands in the place.
    if (best !== null || beside === null || !holds(part, beside)) break;
  }
  return best;
}

function completed(pattern: Pattern, at: number, anchor: Hit, { index, text, beside }: Searched): Match | null {
  const hits: (Hit | null)[] = [];
  const words: string[] = [];
  let length = 0;
  for (let i = 0; i < pattern.parts.length; i += 1) {
    const part = pattern.parts[i] ?? NONE;
    const hit = i === at ? anchor : nearest(part, anchor, hits, text);
    const number = hit?.number ?? part.find((word) => beside !== null && holdsWord(beside, word));
    if (number === undefined) return null;
    hits.push(hit);
    words.push(index.words[number] ?? '');
    length += index.lengths[number] ?? 0;
  }
  const start = hits.find((hit) => hit !== null)?.start ?? 0;
  return { pattern, hits, words, weight: weightOf(pattern, length, start) };
}

/** The longest of the words that stand near enough and don't overlap what is already taken. */
function nearest(part: readonly number[], anchor: Hit, taken: readonly (Hit | null)[], text: SearchedText): Hit | null {
  let best: Hit | null = null;
  for (const word of part) {
    for (const hit of text.byWord.get(word) ?? NONE) {
      if (best !== null && lengthOf(hit) <= lengthOf(best)) continue;
      if (isNear(anchor, hit, text.normal.text) && !overlapsAny(taken, hit)) best = hit;
    }
  }
  return best;
}

function weightOf({ share }: Pattern, length: number, start: number): number {
  return share * wordWeight(length) * zone(start);
}

function isPossible({ parts }: Pattern, text: SearchedText, beside: SearchedText | null): boolean {
  for (const part of parts) {
    if (!holds(part, text) && (beside === null || parts.length === 1 || !holds(part, beside))) return false;
  }
  return true;
}

function holds(part: readonly number[], text: SearchedText): boolean {
  for (const word of part) if (holdsWord(text, word)) return true;
  return false;
}

function isNear(a: Hit, b: Hit, text: string): boolean {
  if (overlap(a, b)) return false;
  const [left, right] = a.start <= b.start ? [a, b] : [b, a];
  return right.start - left.end <= APART_WITHIN && !sentenceEnds(text, left.end, right.start);
}

function sentenceEnds(text: string, from: number, until: number): boolean {
  for (let at = from; at < until; at += 1) if (SENTENCE_END.includes(text.charAt(at))) return true;
  return false;
}

/** As they are after normalising. */
const SENTENCE_END = '。!?;\n';

function lengthOf({ start, end }: Hit): number {
  return end - start;
}

function overlapsAny(hits: readonly (Hit | null)[], hit: Hit): boolean {
  for (const other of hits) if (other !== null && overlap(other, hit)) return true;
  return false;
}

function overlap(a: Hit, b: Hit): boolean {
  return a.start < b.end && b.start < a.end;
}

function isInLonger(hit: Hit, longWords: readonly Hit[]): boolean {
  for (const long of longWords)
    if (long.start <= hit.start && long.end >= hit.end && lengthOf(long) > lengthOf(hit)) return true;
  return false;
}

function zone(start: number): number {
  if (start < OPENING_LENGTH) return OPENING_SHARE;
  return start >= TAIL_FROM ? TAIL_SHARE : 1;
}
