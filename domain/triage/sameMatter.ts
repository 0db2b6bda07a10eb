import type { Instant, Limit } from '../catalogue';
import { limitValues } from '../grading/limitValues';
import type { Reason } from '../reason';
import { normalise } from './normalise';
import type { Position } from './triage';

/** What is compared of two reports; both have been judged before. */
export interface ReportedMatter {
  /** The case or clue that the reason points to. */
  readonly ref: string;
  readonly item: string | null;
  readonly town: string | null;
  readonly place: string | null;
  readonly position: Position | null;
  readonly text: string;
  /** When it happened, or was reported where that is all we know. */
  readonly at: Instant;
}

/**
 * `same`: sure enough to join by itself. `likely`: shown to the dispatcher, who decides. `score` is 0–1 and only
 * comparable within one comparison; every ground that was found is among the reasons.
 */
export interface MatterComparison {
  readonly verdict: 'same' | 'likely' | 'different';
  readonly score: number;
  readonly reasons: readonly Reason[];
}

const DIFFERENT: MatterComparison = { verdict: 'different', score: 0, reasons: [] };
const DAY_MS = 86_400_000;
const EARTH_RADIUS_M = 6_371_009;

/**
 * Whether report `a` is about the same matter as `b`, which is on file: within the days, and at the same place, or
 * close by, or in much the same words. It is sure only where item and town are known of both and equal; reports that
 * still lie on the desk are compared as well, and found likely at most. The limits for days, metres and similarity
 * are data.
 */
export function compareMatters(a: ReportedMatter, b: ReportedMatter, limits: readonly Limit[]): MatterComparison {
  return comparedWith(a, limits)(b);
}

/** The same for one report and many on file: what only depends on the one is worked out once. */
export function comparedWith(
  a: Omit<ReportedMatter, 'ref'>,
  limits: readonly Limit[],
): (b: ReportedMatter) => MatterComparison {
  const {
    same_matter_days: days,
    same_matter_radius_m: radius,
    same_matter_similarity_percent: percent,
  } = limitValues(limits);
  const placeA = barePlace(a.place);
  const textA = placeA === '' ? barePlace(a.text) : '';
  const pairs = bigrams(a.text);
  const pairsOfPlace = bigrams(placeA);
  return (b) => {
    const apart = Math.abs(Date.parse(a.at) - Date.parse(b.at));
    if (apart > days * DAY_MS) return DIFFERENT;
    const placeB = barePlace(b.place);
    const atOnePlace =
      samePlace(placeA, placeB) ||
      (placeB === '' && isNamed(placeA, barePlace(b.text))) ||
      (placeA === '' && isNamed(placeB, textA));
    // Merging two matters loses one of them; two cases of one matter can still be joined by hand. So other house
    // numbers or measured distance speak louder than alike words, which forms and templates write by themselves.
    if (!atOnePlace && differentNumbers(placeA, placeB)) return DIFFERENT;
    const metres = a.position === null || b.position === null ? null : metresBetween(a.position, b.position);
    const near = metres !== null && metres <= radius;
    if (metres !== null && !near && !atOnePlace) return DIFFERENT;
    const otherTown = a.town !== null && b.town !== null && a.town !== b.town;
    if (otherTown && !near) return DIFFERENT;
    const alike = shareOfPairs(pairs, bigrams(b.text));
    const alikeEnough = Math.round(alike * 100) >= percent;
    const grounds: string[] = [];
    if (atOnePlace) grounds.push(`地点相同（“${a.place ?? b.place ?? ''}”）`);
    if (near) grounds.push(`相距约 ${Math.round(metres)} 米，不超过 ${radius} 米`);
    if (alikeEnough) grounds.push(`描述相似度 ${Math.round(alike * 100)}%，不低于 ${percent}%`);
    if (grounds.length === 0) return DIFFERENT;

    const sameItem = a.item !== null && a.item === b.item;
    const sameTown = a.town !== null && a.town === b.town;
    const otherItem = a.item !== null && b.item !== null && a.item !== b.item;
    // At one place many things go wrong: of another item, only the words can say that it is the same.
    if (otherItem && !alikeEnough) return DIFFERENT;

    // What an alarm or a form writes by itself is alike in every street: where both name a place and the names have nothing
    // in common, a person says whether it is one.
    const elsewhere =
      !atOnePlace && !near && placeA !== '' && placeB !== '' && shareOfPairs(pairsOfPlace, bigrams(placeB)) === 0;
    const sure = sameItem && sameTown && !elsewhere;
    const score = Math.max(alike, atOnePlace ? 0.9 : 0, near ? 1 - metres / (2 * Math.max(radius, 1)) : 0);
    const judged = [...(sameItem ? ['事项'] : []), ...(sameTown ? ['镇街'] : [])].join('、');
    const reasons = grounds.map((ground): Reason => ({
      kind: 'same_matter',
      text: sure
        ? `与已登记的 ${b.ref} 事项、镇街相同，${ground}，判为同一事项。`
        : `可能与已登记的 ${b.ref} 为同一事项：${judged === '' ? '' : `${judged}相同，`}${ground}，请调度员核对。`,
      ref: b.ref,
      at: null,
    }));
    return { verdict: sure ? 'same' : 'likely', score: Math.round(score * 100) / 100, reasons };
  };
}

const ADMINISTRATIVE = /(四川省|成都市|崇州市|^崇州)|[^省市县区]{2,4}(街道办事处|街道|镇)|[\s,，。.、()（）-]/g;
/** A village, a community or a whole road is an area, where many matters happen. */
const AREA_ONLY = /(村|社区|小区|场镇|片区|路|街|大道|河段|[0-9一二三四五六七八九十]+组)$/;
const PLACE_CONTAINED_FROM = 4;

/** A place without the names of the administrations above it; empty where there is none. */
export function barePlace(place: string | null): string {
  return place === null ? '' : normalise(place).text.replace(ADMINISTRATIVE, '');
}

/** Names one spot, and not only a street, a village or less. */
export function isSpot(bare: string): boolean {
  return bare.length >= 2 && !AREA_ONLY.test(bare);
}

function samePlace(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (!isSpot(short)) return false;
  return short === long || (short.length >= PLACE_CONTAINED_FROM && long.includes(short));
}

/**
 * Who writes freely names the spot in the words and fills no place in: the grid's “银杏广场” and a citizen's “银杏广场有人摆摊”
 * are one. Asked only where the other has no place of its own, for people also tell where they came from.
 */
function isNamed(spot: string, text: string): boolean {
  return spot.length >= PLACE_CONTAINED_FROM && isSpot(spot) && text.includes(spot);
}

function differentNumbers(a: string, b: string): boolean {
  const numberA = /\d+(?=号)/.exec(a)?.[0];
  const numberB = /\d+(?=号)/.exec(b)?.[0];
  return numberA !== undefined && numberB !== undefined && numberA !== numberB;
}

/** Haversine, in metres. */
export function metresBetween(a: Position, b: Position): number {
  const dLat = radians(b.lat - a.lat);
  const dLng = radians(b.lng - a.lng);
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * Math.sin(dLng / 2) ** 2;
  return 2 * EARTH_RADIUS_M * Math.asin(Math.min(1, Math.sqrt(h)));
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}

/** Dice's coefficient over pairs of neighbouring characters, 0–1; texts shorter than a pair are unlike all. */
export function similarity(a: string, b: string): number {
  return shareOfPairs(bigrams(a), bigrams(b));
}

function shareOfPairs(left: ReadonlyMap<string, number>, right: ReadonlyMap<string, number>): number {
  let all = 0;
  let shared = 0;
  for (const [pair, count] of left) {
    all += count;
    shared += Math.min(count, right.get(pair) ?? 0);
  }
  for (const count of right.values()) all += count;
  return all === 0 ? 0 : (2 * shared) / all;
}

/** Pairs of neighbouring characters and how often each stands there, blanks and punctuation left out. */
export function bigrams(text: string): Map<string, number> {
  const bare = normalise(text).text.replace(/[\s\p{P}\p{S}]/gu, '');
  const counts = new Map<string, number>();
  for (let i = 0; i + 1 < bare.length; i++) {
    const pair = bare.slice(i, i + 2);
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return counts;
}
