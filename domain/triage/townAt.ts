import type { Town, TownArea } from '../catalogue';
import { metresBetween } from './sameMatter';
import { POINT_DECIDES_WITHIN, POINT_LEAD, POINT_SUGGESTS_WITHIN } from './thresholds';
import type { Position } from './triage';

export interface TownAt {
  /** The one town that is clear; null when none is. */
  readonly town: Town | null;
  /** All that the position allows, the nearest first. */
  readonly candidates: readonly Town[];
  readonly how: 'area' | 'point';
  /** Metres from the nearest known centre; null where areas decide. */
  readonly metres: number | null;
}

interface Places {
  readonly towns: readonly Town[];
  readonly townPoints: readonly { readonly town: string; readonly lng: number; readonly lat: number }[];
  readonly townAreas: readonly TownArea[];
}

/**
 * The town at a position: by the towns' areas where a deployment has them, else by the nearest of some centres, which
 * are approximate, so that only a position close to one and far from the next decides.
 */
export function townAt({ towns, townPoints, townAreas }: Places, position: Position): TownAt {
  if (townAreas.length > 0) {
    const inside = townAreas.filter(({ polygons }) => polygons.some((rings) => isInside(rings, position)));
    const candidates = [...new Set(inside.flatMap(({ town }) => byCode(towns, town)))];
    return { town: candidates.length === 1 ? (candidates[0] ?? null) : null, candidates, how: 'area', metres: null };
  }
  const nearest = new Map<string, number>();
  for (const point of townPoints) {
    const metres = metresBetween(position, point);
    if (metres < (nearest.get(point.town) ?? Infinity)) nearest.set(point.town, metres);
  }
  const ranked = [...nearest].sort(([, a], [, b]) => a - b);
  const [first, second] = ranked;
  const metres = first?.[1] ?? Infinity;
  const clear = metres <= POINT_DECIDES_WITHIN && (second?.[1] ?? Infinity) >= metres * POINT_LEAD;
  const near = ranked.filter(([, far]) => far <= POINT_SUGGESTS_WITHIN && far <= metres * POINT_LEAD);
  const candidates = near.flatMap(([code]) => byCode(towns, code));
  return { town: clear ? (candidates[0] ?? null) : null, candidates, how: 'point', metres };
}

function byCode(towns: readonly Town[], code: string): readonly Town[] {
  return towns.filter((town) => town.code === code);
}

/** Even–odd over all rings: inside the border and in none of the holes. */
function isInside(rings: readonly (readonly (readonly [number, number])[])[], { lng, lat }: Position): boolean {
  let inside = false;
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i, i += 1) {
      const [xi, yi] = ring[i] ?? [0, 0];
      const [xj, yj] = ring[j] ?? [0, 0];
      if (yi > lat !== yj > lat && lng < ((xj - xi) * (lat - yi)) / (yj - yi) + xi) inside = !inside;
    }
  }
  return inside;
}
