import { join } from 'node:path';
import type { Catalogue } from '../../domain/catalogue';
import { ALL_PROCEDURES } from '../../domain/procedures/procedures';
import { drawProcedure } from './drawProcedure';
import { explore, type Move } from './explore';

export interface Chart {
  readonly path: string;
  readonly text: string;
}

const CHARTS_DIR = join(import.meta.dirname, '../../docs/procedures');

/** Every procedure's chart, as it must be on file. */
export function drawAll(catalogue: Catalogue, moves: readonly Move[] = explore(catalogue)): readonly Chart[] {
  return ALL_PROCEDURES.map((procedure) => ({
    path: join(CHARTS_DIR, `${procedure.id}-${procedure.version}.md`),
    text: drawProcedure(procedure, moves),
  }));
}
