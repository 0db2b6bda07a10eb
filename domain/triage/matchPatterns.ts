import type { SearchedText } from './searchText';
import { APART_WITHIN, OPENING_LENGTH, OPENING_SHARE, TAIL_FROM, TAIL_SHARE } from './thresholds';
import type { Hit } from './triage';
import type { Pattern } from './wordIndex';

/** A pattern found in a text: its words stand at `hits`, the first of them for people to see. */
export interface Match {
  readonly pattern: Pattern;
  readonly hits: readonly Hit[];
  readonly weight: number;
}

const SENTENCE_END = /[。！？!?；;\n]/;

/**
 * The patterns that a text holds, each once, where it counts most. Words of `beside` (the clue's place) may
 * complete a pattern of several words, never make one alone.
 */
export function matchPatterns(
  patterns: ReadonlyMap<string, readonly Pattern[]>,
  text: SearchedText,
  beside: SearchedText | null,
): Match[] {
  const candidates = new Set([...text.byWord.keys()].flatMap((word) => patterns.get(word) ?? []));
  const matches: Match[] = [];
  for (const pattern of candidates) {
    const best = occurrences(pattern, text, beside)
      .map((hits) => ({ pattern, hits, weight: pattern.weight * zone(hits[0]?.start ?? 0) }))
      .sort((a, b) => b.weight - a.weight)[0];
    if (best !== undefined) matches.push(best);
  }
  return withoutCovered(matches, text);
}

function occurrences(pattern: Pattern, text: SearchedText, beside: SearchedText | null): Hit[][] {
  const [first, ...more] = pattern.parts;
  const anchors = text.byWord.get(first) ?? [];
  if (more.length === 0) return anchors.map((hit) => [hit]);
  if (anchors.length > 0) return anchors.flatMap((anchor) => complete([anchor], more, text, beside));
  // The first word stands in the place only: any other one anchors the pattern.
  if (beside?.byWord.has(first) !== true) return [];
  return more.flatMap((part) => (text.byWord.get(part) ?? []).flatMap((anchor) => complete([anchor], more.filter((other) => other !== part), text, beside)));
}

function complete(found: Hit[], parts: readonly string[], text: SearchedText, beside: SearchedText | null): Hit[][] {
  const anchor = found[0];
  if (anchor === undefined) return [];
  const hits = [...found];
  for (const part of parts) {
    const near = (text.byWord.get(part) ?? []).find((hit) => isNear(anchor, hit, text.normal.text));
    if (near !== undefined) hits.push(near);
    else if (beside?.byWord.has(part) !== true) return [];
  }
  return [hits];
}

function isNear(a: Hit, b: Hit, text: string): boolean {
  const [left, right] = a.start <= b.start ? [a, b] : [b, a];
  if (right.start - left.end > APART_WITHIN) return false;
  return !SENTENCE_END.test(text.slice(left.end, right.start));
}

function zone(start: number): number {
  if (start < OPENING_LENGTH) return OPENING_SHARE;
  return start >= TAIL_FROM ? TAIL_SHARE : 1;
}

/** 公路广告牌 is not 广告牌: a word that stands inside a longer one of the same list has been said by that one. */
function withoutCovered(matches: readonly Match[], text: SearchedText): Match[] {
  const plain = matches.flatMap(({ pattern }) => (pattern.parts.length === 1 ? (text.byWord.get(pattern.parts[0]) ?? []) : []));
  const covered = (hit: Hit) => plain.some((other) => other.start <= hit.start && other.end >= hit.end && other.end - other.start > hit.end - hit.start);
  return matches.filter(({ pattern, hits }) => {
    if (pattern.parts.length > 1) return true;
    return (text.byWord.get(pattern.parts[0]) ?? hits).some((hit) => !covered(hit));
  });
}
