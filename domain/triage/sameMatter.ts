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

export interface SameMatter {
  readonly same: boolean;
  readonly reason: Reason | null;
}

const DIFFERENT: SameMatter = { same: false, reason: null };
const DAY_MS = 86_400_000;
const EARTH_RADIUS_M = 6_371_009;

/**
 * Whether report `a` is about the same matter as `b`, which is on file: same item, same town, within the days, and
 * the same place, or close by, or in much the same words. The limits for days, metres and similarity are data.
 */
export function isSameMatter(a: ReportedMatter, b: ReportedMatter, limits: readonly Limit[]): SameMatter {
  const {
    same_matter_days: days,
    same_matter_radius_m: radius,
    same_matter_similarity_percent: percent,
  } = limitValues(limits);
  if (a.item === null || a.town === null || a.item !== b.item || a.town !== b.town) return DIFFERENT;
  if (Math.abs(Date.parse(a.at) - Date.parse(b.at)) > days * DAY_MS) return DIFFERENT;

  const placeA = barePlace(a.place);
  const placeB = barePlace(b.place);
  if (samePlace(placeA, placeB)) return sameBecause(b, `地点相同（“${a.place ?? ''}”）`);
  // Merging two matters loses one of them; two cases of one matter can still be joined by hand. So other house
  // numbers or measured distance speak louder than alike words, which forms and templates write by themselves.
  if (differentNumbers(placeA, placeB)) return DIFFERENT;

  const distance = a.position === null || b.position === null ? null : metresBetween(a.position, b.position);
  if (distance !== null) {
    return distance <= radius ? sameBecause(b, `相距约 ${Math.round(distance)} 米，不超过 ${radius} 米`) : DIFFERENT;
  }
  const alike = Math.round(similarity(a.text, b.text) * 100);
  return alike >= percent ? sameBecause(b, `描述相似度 ${alike}%，不低于 ${percent}%`) : DIFFERENT;
}

function sameBecause(b: ReportedMatter, why: string): SameMatter {
  return {
    same: true,
    reason: {
      kind: 'same_matter',
      text: `与已登记的 ${b.ref} 事项、镇街相同，${why}，判为同一事项。`,
      ref: b.ref,
      at: null,
    },
  };
}

const ADMINISTRATIVE = /(四川省|成都市|崇州市|^崇州)|[^省市县区]{2,4}(街道办事处|街道|镇)|[\s,，。.、()（）-]/g;
/** A village, a community or a whole road is an area, where many matters happen. */
const AREA_ONLY = /(村|社区|小区|场镇|片区|路|街|大道|河段|[0-9一二三四五六七八九十]+组)$/;
const PLACE_CONTAINED_FROM = 4;

function barePlace(place: string | null): string {
  return place === null ? '' : normalise(place).text.replace(ADMINISTRATIVE, '');
}

function samePlace(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length < 2 || AREA_ONLY.test(short)) return false;
  return short === long || (short.length >= PLACE_CONTAINED_FROM && long.includes(short));
}

function differentNumbers(a: string, b: string): boolean {
  const numberA = /\d+(?=号)/.exec(a)?.[0];
  const numberB = /\d+(?=号)/.exec(b)?.[0];
  return numberA !== undefined && numberB !== undefined && numberA !== numberB;
}

/** Haversine, in metres. */
export function metresBetween(a: Position, b: Position): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const dLat = radians(b.lat - a.lat);
  const dLng = radians(b.lng - a.lng);
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * Math.sin(dLng / 2) ** 2;
  return 2 * EARTH_RADIUS_M * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** Dice's coefficient over pairs of neighbouring characters, 0–1; texts shorter than a pair are unlike all. */
export function similarity(a: string, b: string): number {
  const left = bigrams(a);
  const right = bigrams(b);
  const size = (counts: ReadonlyMap<string, number>) => [...counts.values()].reduce((sum, count) => sum + count, 0);
  const all = size(left) + size(right);
  if (all === 0) return 0;
  let shared = 0;
  for (const [pair, count] of left) shared += Math.min(count, right.get(pair) ?? 0);
  return (2 * shared) / all;
}

function bigrams(text: string): Map<string, number> {
  const bare = normalise(text).text.replace(/[\s\p{P}\p{S}]/gu, '');
  const counts = new Map<string, number>();
  for (let i = 0; i + 1 < bare.length; i++) {
    const pair = bare.slice(i, i + 2);
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return counts;
}
