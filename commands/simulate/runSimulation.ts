import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadCatalogue } from '../../config/catalogue';
import type { Env } from '../../config/env';
import { loadEvaluation } from '../../config/evaluation';
import { requirePeriods } from '../../config/requirePeriods';
import { loadRoster } from '../../config/roster';
import { createPool } from '../../db/pool';
import type { Catalogue } from '../../domain/catalogue';
import { newestOf } from '../../domain/evaluation/newestOf';
import { CASE_PERIODS } from '../../domain/openCase';
import { BUREAU, DISPATCH_CENTRE } from '../../domain/people';
import { ALL_PROCEDURES } from '../../domain/procedures/procedures';
import { checkModel } from '../../simulation/checkModel';
import { makeSeason } from '../../simulation/makeSeason';
import { Rules } from '../../simulation/rules';
import type { SeasonCase } from '../../simulation/season';
import { simulate, windowOf, type World } from '../../simulation/simulate';
import { changeStaffing } from '../../simulation/staffing';
import { BadOptions, type SimulationOptions } from './parseSimulation';
import { printAnswer, printCheck } from './printAnswer';
import { readFigures, type SimulationFigures } from './readFigures';
import { readPast } from './readPast';
import { staffingOf } from './staffingOf';

const FORMULA = 'duty_score';
const FIGURES = fileURLToPath(new URL('../../config/simulation', import.meta.url));

export interface Surroundings {
  readonly env: Pick<Env, 'catalogueDir'>;
  /** null = nobody knows where it is. */
  readonly databaseUrl: string | null;
  readonly print: (line: string) => void;
  /** Called once before the replications begin, then after each. */
  readonly progress: (total: number) => () => void;
}

/** Answers what was asked. Throws a BadOptions, a BadStaffing or a CatalogueError that says in Chinese what to do. */
export async function runSimulation(options: SimulationOptions, around: Surroundings): Promise<void> {
  const { env, print } = around;
  const catalogue = load(env.catalogueDir);
  const codes = new Set(catalogue.towns.map(({ code }) => code));
  const figures = readFigures(options.figures ?? FIGURES, codes);
  const roster = loadRoster(join(env.catalogueDir, 'officers.csv'), new Set([...codes, BUREAU, DISPATCH_CENTRE]));
  const { formulas, enough } = loadEvaluation(env.catalogueDir);
  const formula = newestOf(formulas, FORMULA, undefined);
  if (formula === undefined) throw new BadOptions(`score_weights.csv 里没有 ${FORMULA}。`);

  const { days, replications, seed } = options;
  const since = ALL_PROCEDURES.reduce((last, { inForceFrom }) => (inForceFrom > last ? inForceFrom : last), '');
  if (days.from < since) throw new BadOptions(`${days.from} 时没有施行的程序，季节应从 ${since} 或以后开始。`);
  const base: World = { rules: new Rules(catalogue), staffing: staffingOf(roster, catalogue.towns, days.from) };
  const past = options.past ? await pastCases(options, around) : null;
  const shared = { days, proposals: figures.proposals, formula, replications, seed };
  const step = around.progress(replications);
  if (options.check) {
    const cases = past ?? made(base, figures, options);
    const checked = checkModel({ ...shared, cases, world: base, step });
    write(options.json, checked, printCheck(checked), print);
    return;
  }
  const source =
    past === null ? ({ kind: 'made_up', rates: figures.rates } as const) : ({ kind: 'past', cases: past } as const);
  const scenario = scenarioOf(options, base, catalogue);
  const answer = simulate({ ...shared, source, base, scenario, enough, step });
  write(options.json, answer, printAnswer(answer, catalogue, figures.proposed), print);
}

function scenarioOf({ catalogue, officers }: SimulationOptions, base: World, now: Catalogue): World | null {
  if (catalogue === null && officers === null) return null;
  return {
    rules: catalogue === null ? base.rules : new Rules(load(catalogue)),
    staffing: officers === null ? base.staffing : changeStaffing(base.staffing, officers, now.towns),
  };
}

function load(dir: string): Catalogue {
  const catalogue = loadCatalogue(dir);
  requirePeriods(catalogue, CASE_PERIODS);
  return catalogue;
}

async function pastCases({ days }: SimulationOptions, { databaseUrl }: Surroundings): Promise<readonly SeasonCase[]> {
  if (databaseUrl === null) throw new BadOptions('不知道数据库在哪里，请设 DATABASE_URL。');
  const db = createPool(databaseUrl, { max: 1, patienceMs: 60_000 });
  try {
    const cases = await readPast(db, days);
    if (cases.length === 0) throw new BadOptions(`${days.from} 至 ${days.to} 没有成案的案件。`);
    return cases;
  } finally {
    await db.end();
  }
}

/** A season by the model itself: what it was made of is known, so the check must find it right. */
function made({ rules, staffing }: World, { rates, proposals }: SimulationFigures, options: SimulationOptions) {
  const { days, seed } = options;
  return makeSeason({ days, rates, proposals, rules, seed, postings: [{ from: windowOf(days).from, staffing }] });
}

function write(json: string | null, answer: object, lines: readonly string[], print: (line: string) => void): void {
  const text = JSON.stringify(answer, null, 2);
  if (json === '-') {
    print(text);
    return;
  }
  if (json !== null) writeFileSync(json, `${text}\n`);
  for (const line of lines) print(line);
}
