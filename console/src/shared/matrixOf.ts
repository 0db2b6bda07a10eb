import type { Overview } from './api/types';
import { isOpen } from './cases/isOpen';

export const LIGHTS = ['red', 'yellow', 'green', 'grey'] as const;
export type Light = (typeof LIGHTS)[number];
export const LIGHT_SIGNS: Readonly<Record<Light, string>> = { red: '◆', yellow: '▲', green: '●', grey: '■' };
export const LIGHT_COLOURS: Readonly<Record<Light, string>> = {
  red: '#f7c6c0',
  yellow: '#ffe08a',
  green: '#c9ead0',
  grey: '#d5d9e0',
};

export interface MatrixCell {
  readonly town: string;
  readonly stage: string;
  readonly count: number;
  readonly worst: Light;
}

export interface Matrix {
  readonly towns: Overview['towns'];
  readonly stages: readonly { readonly stage: string; readonly label: string }[];
  readonly cells: readonly MatrixCell[];
}

/** Open cases by town and stage, each cell with its most urgent light. */
export function matrixOf({ cells, towns, labels }: Overview): Matrix {
  const stages = Object.entries(labels.stages)
    .filter(([stage]) => isOpen(stage))
    .map(([stage, label]) => ({ stage, label }));
  const found = new Map<string, MatrixCell>();
  for (const { town, stage, light, cases } of cells) {
    if (!isOpen(stage)) continue;
    const key = `${town}/${stage}`;
    const before = found.get(key);
    const worst = LIGHTS.find((each) => each === light || each === before?.worst) ?? 'grey';
    found.set(key, { town, stage, count: (before?.count ?? 0) + cases, worst });
  }
  return { towns, stages, cells: [...found.values()] };
}

export const casesAddress = (filters: Readonly<Record<string, string>>): string =>
  `/cases?${new URLSearchParams({ ...filters, open: 'true', order: 'due' }).toString()}`;
