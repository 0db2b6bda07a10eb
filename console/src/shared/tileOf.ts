import type { Overview } from './api/types';
import { isOpen } from './cases/isOpen';
import { LIGHTS, type Light } from './matrixOf';

export interface Tile {
  /** The lights that burn in a town, with how many cases; the most urgent first. */
  readonly lights: readonly (readonly [Light, number])[];
  readonly worst: Light | null;
  readonly closed: number;
  readonly open: number;
}

/** What a town's tile shows. */
export function tileOf({ cells }: Overview, town: string): Tile {
  const here = cells.filter((cell) => cell.town === town);
  const total = (which: (cell: Overview['cells'][number]) => boolean): number =>
    here.filter(which).reduce((sum, { cases }) => sum + cases, 0);
  const lights = LIGHTS.map(
    (light) => [light, total((cell) => isOpen(cell.stage) && cell.light === light)] as const,
  ).filter(([, count]) => count > 0);
  return {
    lights,
    worst: lights[0]?.[0] ?? null,
    closed: total(({ stage }) => !isOpen(stage)),
    open: total(({ stage }) => isOpen(stage)),
  };
}
