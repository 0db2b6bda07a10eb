import { join } from 'node:path';
import { STORIES_TOLD } from '../../demo/stories/told';
import type { Catalogue } from '../../domain/catalogue';
import { ALL_PROCEDURES } from '../../domain/procedures/procedures';
import { drawProcedure } from './drawProcedure';
import { drawStory } from './drawStory';
import { explore, type Move } from './explore';
import type { Chart } from './chart';

const CHARTS_DIR = join(import.meta.dirname, '../../docs/procedures');

/** Every procedure's chart and every story, as they must be on file. */
export function drawAll(catalogue: Catalogue, moves: readonly Move[] = explore(catalogue)): readonly Chart[] {
  const procedures = ALL_PROCEDURES.map((procedure) => ({
    path: join(CHARTS_DIR, `${procedure.id}-${procedure.version}.md`),
    text: drawProcedure(procedure, moves),
  }));
  return [...procedures, ...STORIES_TOLD.map((story) => drawStory(story, catalogue))];
}
