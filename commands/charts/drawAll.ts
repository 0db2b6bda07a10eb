import { join } from 'node:path';
import type { Catalogue } from '../../domain/catalogue';
import { ALL_PROCEDURES } from '../../domain/procedures/procedures';
import { drawProcedure } from './drawProcedure';
import { explore } from './explore';

export interface Chart {
  readonly path: string;
  readonly text: string;
}

const CHARTS_DIR = join(import.meta.dirname, '../../docs/procedures');

/** Every procedure's chart, as it must be on file. */
export function drawAll(catalogue: Catalogue): readonly Chart[] {
  const moves = explore(catalogue);
  return ALL_PROCEDURES.map((procedure) => ({
    path: join(CHARTS_DIR, `${procedure.id}-${procedure.version}.md`),
    text: drawProcedure(procedure, moves),
  }));
}
