import type { Town } from '../catalogue';
import type { SearchedText } from './searchText';
import { TOWN_FROM_TEXT, TOWN_LEAD } from './thresholds';
import type { Hit } from './triage';
import type { TownName, WordIndex } from './wordIndex';

interface TownMatch {
  readonly name: TownName;
  readonly hit: Hit;
}

export interface TownFinding {
  /** The one town that is clear; null when none is, or when several fit. */
  readonly town: Town | null;
  readonly from: 'place' | 'text' | null;
  readonly hit: Hit | null;
  /** All that fit or are suggested, the surest first. */
  readonly candidates: readonly Town[];
  /** Two towns or more are named by names that leave no doubt. */
  readonly several: boolean;
}

// 怀远路 may run through any town: a name that goes on as a road's is no place of its own.
const GOES_ON_AS_ROAD = /^[东南西北中]?(路(?!口|边|上)|大道|大街)/;
// 中心, 清明: former villages whose bare names are everyday words.
const GOES_ON_AS_VILLAGE = /^(村|社区|片区|场镇|安置)/;
// 上元段, 同心路口: with such a word behind it even a bare name is meant as a place.
const GOES_ON_AS_AREA = /^(段|片区|场镇|场口|老街|老场|境内|大桥|村|社区|\d+组|[一二三四五六七八九十]+组)/;
const SURE = 3;

/** The place outweighs the text: people mention other towns, but write down where it happened. */
export function findTown(index: WordIndex, place: SearchedText | null, text: SearchedText): TownFinding {
  const inPlace = place === null ? [] : bestOfEach(townMatches(index, place));
  const inText = bestOfEach(townMatches(index, text));
  const certainInPlace = inPlace.filter(({ name }) => name.strength > 0);

  const decisive = certainInPlace.length > 0 ? certainInPlace : inText.filter(({ name }) => name.strength > 0);
  const from = certainInPlace.length > 0 ? 'place' : 'text';
  const several = decisive.filter(({ name }) => name.strength >= SURE).length > 1;
  const [first, second] = decisive;
  const clear =
    first !== undefined &&
    (from === 'place' || first.name.strength >= TOWN_FROM_TEXT) &&
    (second === undefined || first.name.strength - second.name.strength >= TOWN_LEAD);

  if (clear) return { town: first.name.town, from, hit: first.hit, candidates: [first.name.town], several: false };
  const candidates = [...new Set([...inPlace, ...inText].map(({ name }) => name.town))];
  return { town: null, from: null, hit: null, candidates, several };
}

function townMatches(index: WordIndex, { hits, normal }: SearchedText): TownMatch[] {
  const named = hits.filter((hit) => index.townNames.has(hit.word));
  return (
    named
      // Longest match wins: 崇庆北路 is not 崇庆.
      .filter(
        (hit) =>
          !named.some(
            (other) =>
              other !== hit &&
              other.start <= hit.start &&
              other.end >= hit.end &&
              other.end - other.start > hit.end - hit.start,
          ),
      )
      .flatMap((hit) =>
        (index.townNames.get(hit.word) ?? []).flatMap((name) => {
          const next = normal.text.slice(hit.end, hit.end + 4);
          if (name.strength === 0 && hit.word.length <= 2 && !GOES_ON_AS_VILLAGE.test(next)) return [];
          const bare = name.word.length <= 2 && GOES_ON_AS_ROAD.test(next);
          if (bare) return [{ name: { ...name, strength: 0 }, hit }];
          const meant = name.strength > 0 && GOES_ON_AS_AREA.test(next);
          return [{ name: meant ? { ...name, strength: Math.max(name.strength, TOWN_FROM_TEXT) } : name, hit }];
        }),
      )
  );
}

function bestOfEach(matches: readonly TownMatch[]): TownMatch[] {
  const best = new Map<string, TownMatch>();
  for (const match of matches) {
    const known = best.get(match.name.town.code);
    if (known === undefined || match.name.strength > known.name.strength) best.set(match.name.town.code, match);
  }
  return [...best.values()].sort((a, b) => b.name.strength - a.name.strength || a.hit.start - b.hit.start);
}
