import type { Item } from '../shared/api/types';

const MOST = 5;
/** Two pairs of characters in common say something; one is chance. */
const LEAST = 2;

const pairs = (text: string): Set<string> =>
  new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2)));

/** By pairs of characters that text and name share: enough for suggestions. What an item is, triage decides. */
export function suggestItems(text: string, items: readonly Item[]): readonly Item[] {
  const written = pairs(text.replace(/[^\p{Script=Han}]/gu, ''));
  return items
    .map((item) => ({ item, score: [...pairs(item.name)].filter((pair) => written.has(pair)).length }))
    .filter(({ score }) => score >= LEAST)
    .sort((one, other) => other.score - one.score)
    .slice(0, MOST)
    .map(({ item }) => item);
}
