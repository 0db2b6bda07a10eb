import type { SearchedText } from './searchText';
import { APART_WITHIN, OPENING_LENGTH, OPENING_SHARE, TAIL_FROM, TAIL_SHARE } from './thresholds';
import type { Hit } from './triage';
import { wordWeight, type Pattern } from './wordIndex';

/** A pattern found in a text. */
export interface Match {
  readonly pattern: Pattern;
  /** Its words in the text, in the order of the pattern's parts; `null` for one that stands in the place only. */
  readonly hits: readonly (Hit | null)[];
  /** All its words, those from the place too. */
  readonly words: readonly string[];
  readonly weight: number;
}

const SENTENCE_END = /[。！？!?；;\n]/;

/**
 * The patterns that a text holds, each once, where it counts most. Words of `beside` (the clue's place) may
 * complete a pattern of several words, never make one alone. `targets` limits the search to patterns of these.
 */
export function matchPatterns(
  patterns: ReadonlyMap<string, readonly Pattern[]>,
  text: SearchedText,
  beside: SearchedText | null,
  targets: { has(target: string): boolean } | null = null,
): Match[] {
  const tried = new Set<Pattern>();
  const matches: Match[] = [];
  for (const searched of beside === null ? [text] : [text, beside]) {
    for (const word of searched.byWord.keys()) {
      for (const pattern of patterns.get(word) ?? []) {
        if (targets !== null && !targets.has(pattern.target)) continue;
        // Most fail here, before anything is made for them.
        if (!isPossible(pattern, text, beside) || tried.has(pattern)) continue;
        tried.add(pattern);
        const best = pattern.parts.length === 1 ? alone(pattern, text) : together(pattern, text, beside);
        if (best !== null) matches.push(best);
      }
    }
  }
  return matches;
}

/** 公路广告牌 is not 广告牌: a word inside a longer one has been said by that one. */
function alone(pattern: Pattern, text: SearchedText): Match | null {
  const hits = hitsOf(pattern.parts[0] ?? [], text).filter((hit) => !text.longWords.some((long) => covers(long, hit)));
  return strongest(hits.map((hit) => match(pattern, [hit], [hit.word])));
}

function together(pattern: Pattern, text: SearchedText, beside: SearchedText | null): Match | null {
  const found: Match[] = [];
  for (const [at, part] of pattern.parts.entries()) {
    for (const anchor of hitsOf(part, text)) {
      const complete = completed(pattern, at, anchor, text, beside);
      if (complete !== null) found.push(complete);
    }
    // Every whole match has a word in the first part, unless that one stands in the place.
    if (found.length > 0 || beside === null || !part.some((word) => beside.byWord.has(word))) break;
  }
  return strongest(found);
}

function completed(
  pattern: Pattern,
  at: number,
  anchor: Hit,
  text: SearchedText,
  beside: SearchedText | null,
): Match | null {
  const hits: (Hit | null)[] = [];
  const words: string[] = [];
  for (const [i, part] of pattern.parts.entries()) {
    const hit = i === at ? anchor : nearest(part, anchor, hits, text);
    const word = hit?.word ?? part.find((candidate) => beside?.byWord.has(candidate) === true);
    if (word === undefined) return null;
    hits.push(hit);
    words.push(word);
  }
  return match(pattern, hits, words);
}

/** The longest of the words that stand near enough and don't overlap what is already taken. */
function nearest(part: readonly string[], anchor: Hit, taken: readonly (Hit | null)[], text: SearchedText): Hit | null {
  const free = hitsOf(part, text).filter(
    (hit) => isNear(anchor, hit, text.normal.text) && !taken.some((other) => other !== null && overlap(other, hit)),
  );
  return free.reduce<Hit | null>(
    (best, hit) => (best === null || hit.word.length > best.word.length ? hit : best),
    null,
  );
}

function match(pattern: Pattern, hits: readonly (Hit | null)[], words: readonly string[]): Match {
  const start = hits.find((hit) => hit !== null)?.start ?? 0;
  return { pattern, hits, words, weight: pattern.share * wordWeight(words.join('')) * zone(start) };
}

function strongest(matches: readonly Match[]): Match | null {
  return matches.reduce<Match | null>(
    (best, found) => (best === null || found.weight > best.weight ? found : best),
    null,
  );
}

function isPossible({ parts }: Pattern, text: SearchedText, beside: SearchedText | null): boolean {
  for (const part of parts) {
    if (!holds(part, text) && (beside === null || parts.length === 1 || !holds(part, beside))) return false;
  }
  return true;
}

function holds(part: readonly string[], { byWord }: SearchedText): boolean {
  for (const word of part) if (byWord.has(word)) return true;
  return false;
}

function hitsOf(words: readonly string[], text: SearchedText): Hit[] {
  const found: Hit[] = [];
  for (const word of words) {
    const hits = text.byWord.get(word);
    if (hits !== undefined) found.push(...hits);
  }
  return found;
}

function isNear(a: Hit, b: Hit, text: string): boolean {
  if (overlap(a, b)) return false;
  const [left, right] = a.start <= b.start ? [a, b] : [b, a];
  return right.start - left.end <= APART_WITHIN && !SENTENCE_END.test(text.slice(left.end, right.start));
}

function overlap(a: Hit, b: Hit): boolean {
  return a.start < b.end && b.start < a.end;
}

function covers(long: Hit, hit: Hit): boolean {
  return long.start <= hit.start && long.end >= hit.end && long.word.length > hit.word.length;
}

function zone(start: number): number {
  if (start < OPENING_LENGTH) return OPENING_SHARE;
  return start >= TAIL_FROM ? TAIL_SHARE : 1;
}
