import type { Point } from './api/types';
import { LIGHTS, type Light } from './matrixOf';

/** A tile's ground is laid out in so many places; what falls into one stands there together, so nothing covers anything. */
export const PLACES = { columns: 6, rows: 3 } as const;
/** How far from its centre a town is drawn, in metres; what lies farther stands at the edge. */
const REACH = 4_000;

export interface Mark {
  readonly column: number;
  readonly row: number;
  readonly kind: Point['kind'];
  readonly worst: Light;
  readonly points: readonly Point[];
}

/** Where a town's points stand in its tile. In each place the most urgent speaks for all; cases and clues stand apart. */
export function plotOf(points: readonly Point[]): readonly Mark[] {
  const marks = new Map<string, Mark>();
  for (const point of points) {
    const column = placeOf(point.east, PLACES.columns);
    const row = placeOf(-point.north, PLACES.rows);
    const key = `${column}/${row}`;
    const before = marks.get(key);
    const worst = LIGHTS.find((light) => light === point.light || light === before?.worst) ?? 'grey';
    const kind = before?.kind === 'case' ? 'case' : point.kind;
    marks.set(key, { column, row, kind, worst, points: [...(before?.points ?? []), point] });
  }
  return [...marks.values()];
}

/** From 1, as a grid counts. */
function placeOf(metres: number, places: number): number {
  const share = (metres + REACH) / (2 * REACH);
  return Math.min(places, Math.max(1, 1 + Math.floor(share * places)));
}
