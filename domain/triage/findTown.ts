import type { Catalogue, Town } from '../catalogue';
import type { SearchedText } from './searchText';
import { TOWN_FROM_TEXT, TOWN_LEAD } from './thresholds';
import { townAt, type TownAt } from './townAt';
import type { Hit, Position } from './triage';
import type { TownName, WordIndex } from './wordIndex';

export interface TownMatch {
  readonly name: TownName;
  readonly hit: Hit;
}

export interface TownFinding {
  /** The one town that is clear; null when none is, or when several fit. */
  readonly town: Town | null;
  readonly from: 'place' | 'text' | 'position' | null;
  readonly confidence: number;
  /** The name that decided, where one did. */
  readonly name: TownMatch | null;
  /** All that fit or are suggested, the surest first. */
  readonly candidates: readonly Town[];
  /** Two towns or more are named by names that leave no doubt. */
  readonly several: boolean;
  /** What the position tells, where there is one. */
  readonly at: TownAt | null;
}

export interface Whereabouts {
  readonly place: SearchedText | null;
  readonly text: SearchedText;
  readonly position: Position | null;
}

// 怀远路 may run through any town: a name that goes on as a road's is no place of its own.
const GOES_ON_AS_ROAD = /^[东南西北中]?(路(?!口|边|上)|大道|大街)/;
// 中心, 清明: former villages whose bare names are everyday words.
const GOES_ON_AS_VILLAGE = /^(村|社区|片区|场镇|安置)/;
// 上元段, 同心路口: with such a word behind it even a bare name is meant as a place.
const GOES_ON_AS_AREA = /^(段|片区|场镇|场口|老街|老场|境内|大桥|村|社区|\d+组|[一二三四五六七八九十]+组)/;
const SURE = 3;
/** Set by hand: a name in the place is right more often than one in the text, an area than an approximate point. */
const CONFIDENCE = { place: 0.97, text: 0.94, position: { area: 0.95, point: 0.75 } } as const;
const CONFIDENCE_PER_STRENGTH = 0.02;

/**
 * The place outweighs the text: people mention other towns, but write down where it happened. A position decides
 * where no name does, or between the towns that names leave open.
 */
export function findTown(catalogue: Catalogue, index: WordIndex, { place, text, position }: Whereabouts): TownFinding {
  const inPlace = place === null ? [] : bestOfEach(townMatches(index, place));
  const inText = bestOfEach(townMatches(index, text));
  const certainInPlace = inPlace.filter(({ name }) => name.strength > 0);
  const at = position === null ? null : townAt(catalogue, position);

  const decisive = certainInPlace.length > 0 ? certainInPlace : inText.filter(({ name }) => name.strength > 0);
  const from = certainInPlace.length > 0 ? 'place' : 'text';
  const several = decisive.filter(({ name }) => name.strength >= SURE).length > 1;
  const [first, second] = decisive;
  const clear =
    first !== undefined &&
    (from === 'place' || first.name.strength >= TOWN_FROM_TEXT) &&
    (second === undefined || first.name.strength - second.name.strength >= TOWN_LEAD);

  if (clear) {
    const { town, strength } = first.name;
    const confidence = CONFIDENCE[from] + (strength - SURE) * CONFIDENCE_PER_STRENGTH;
    return { town, from, confidence, name: first, candidates: [town], several: false, at };
  }
  const named = [...new Set([...inPlace, ...inText].map(({ name }) => name.town))];
  const open = at === null ? [] : at.candidates;
  const both = open.filter((town) => named.includes(town));
  const [only] = both;
  if (at !== null && !several) {
    const settled = named.length === 0 ? at.town : both.length === 1 && only !== undefined ? only : null;
    if (settled !== null) {
      const confidence = CONFIDENCE.position[at.how];
      return { town: settled, from: 'position', confidence, name: null, candidates: [settled], several: false, at };
    }
  }
  const candidates = [...new Set([...named, ...open])];
  return { town: null, from: null, confidence: 0, name: null, candidates, several, at };
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
