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
const LOOKED_AHEAD = 4;
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
  const certainInPlace = inPlace.filter(({ name }) => name.strength > 0);
  const from = certainInPlace.length > 0 ? 'place' : 'text';
  // Most places are clear by themselves: then the text isn't asked.
  const inText = isClear(certainInPlace, 'place') ? [] : bestOfEach(townMatches(index, text));
  const at = position === null ? null : townAt(catalogue, position);

  const decisive = from === 'place' ? certainInPlace : inText.filter(({ name }) => name.strength > 0);
  const several = decisive.filter(({ name }) => name.strength >= SURE).length > 1;
  const [first] = decisive;
  if (first !== undefined && isClear(decisive, from)) {
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

function isClear([first, second]: readonly TownMatch[], from: 'place' | 'text'): boolean {
  return (
    first !== undefined &&
    (from === 'place' || first.name.strength >= TOWN_FROM_TEXT) &&
    (second === undefined || first.name.strength - second.name.strength >= TOWN_LEAD)
  );
}

function townMatches(index: WordIndex, { hits, normal }: SearchedText): TownMatch[] {
  const found: TownMatch[] = [];
  // Longest match wins: 崇庆北路 is not 崇庆. In the hits' order, what a name stands inside of has come before it.
  let named = 0;
  for (const hit of hits) {
    const names = index.townNames[hit.number];
    if (names === undefined || hit.end <= named) continue;
    named = hit.end;
    for (const name of names) {
      const meant = asItGoesOn(name, normal.text, hit.end);
      if (meant !== null) found.push({ name: meant, hit });
    }
  }
  return found;
}

/** How sure the name is with what stands behind it; null where it is no place. */
function asItGoesOn(name: TownName, text: string, end: number): TownName | null {
  const { word, strength } = name;
  if (word.length <= 2) {
    if (strength === 0) return goesOnAs(GOES_ON_AS_VILLAGE, text, end) ? name : null;
    if (goesOnAs(GOES_ON_AS_ROAD, text, end)) return { ...name, strength: 0 };
  }
  const meant = strength > 0 && strength < TOWN_FROM_TEXT && goesOnAs(GOES_ON_AS_AREA, text, end);
  return meant ? { ...name, strength: TOWN_FROM_TEXT } : name;
}

function goesOnAs(pattern: RegExp, text: string, end: number): boolean {
  return pattern.test(text.slice(end, end + LOOKED_AHEAD));
}

function bestOfEach(matches: readonly TownMatch[]): TownMatch[] {
  const best = new Map<string, TownMatch>();
  for (const match of matches) {
    const known = best.get(match.name.town.code);
    if (known === undefined || match.name.strength > known.name.strength) best.set(match.name.town.code, match);
  }
  return [...best.values()].sort((a, b) => b.name.strength - a.name.strength || a.hit.start - b.hit.start);
}
