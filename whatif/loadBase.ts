import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadChecked } from '../config/loadChecked';
import { loadEvaluation } from '../config/evaluation';
import { loadRoster } from '../config/roster';
import type { Catalogue, LawDate } from '../domain/catalogue';
import { newestOf } from '../domain/evaluation/newestOf';
import type { ScoreFormula } from '../domain/evaluation/score';
import { BUREAU, DISPATCH_CENTRE } from '../domain/people';
import { ALL_PROCEDURES } from '../domain/procedures/procedures';
import { Rules } from '../simulation/rules';
import type { World } from '../simulation/simulate';
import { BadQuestion } from './badQuestion';
import { readFigures, type SimulationFigures } from './readFigures';
import { staffingOf } from './staffingOf';

const FORMULA = 'duty_score';
const FIGURES = fileURLToPath(new URL('../config/simulation', import.meta.url));

/** The first day on which there are procedures for a case. */
export const FIRST_DAY: LawDate = ALL_PROCEDURES.reduce(
  (last, { inForceFrom }) => (inForceFrom > last ? inForceFrom : last),
  '',
);

/** What every other world is compared with: the rules and the people as they are. */
export interface Base {
  readonly catalogue: Catalogue;
  readonly figures: SimulationFigures;
  readonly formula: ScoreFormula;
  /** Fewer observations than these make no place. */
  readonly enough: number;
  readonly world: World;
}

/**
 * Reads the base of a season that begins on a day. `figuresDir`: a made-up season's figures; unset, the shipped ones. Throws a
 * CatalogueError, or a BadQuestion where nothing can be said of that day.
 */
export function loadBase(catalogueDir: string, on: LawDate, figuresDir?: string): Base {
  if (on < FIRST_DAY) throw new BadQuestion(`${on} 时没有施行的程序，季节应从 ${FIRST_DAY} 或以后开始。`);
  return baseOf(loadChecked(catalogueDir), catalogueDir, on, figuresDir);
}

/** The same over a catalogue that was read before: that takes most of the time. */
export function baseOf(catalogue: Catalogue, catalogueDir: string, on: LawDate, figuresDir: string = FIGURES): Base {
  const codes = new Set(catalogue.towns.map(({ code }) => code));
  const figures = readFigures(figuresDir, codes);
  const roster = loadRoster(join(catalogueDir, 'officers.csv'), new Set([...codes, BUREAU, DISPATCH_CENTRE]));
  const { formulas, enough } = loadEvaluation(catalogueDir);
  const formula = newestOf(formulas, FORMULA, undefined);
  if (formula === undefined) throw new BadQuestion(`score_weights.csv 里没有 ${FORMULA}。`);
  const world = { rules: new Rules(catalogue), staffing: staffingOf(roster, catalogue.towns, on) };
  return { catalogue, figures, formula, enough, world };
}
