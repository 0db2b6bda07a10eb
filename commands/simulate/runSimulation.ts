import { writeFileSync } from 'node:fs';
import type { Env } from '../../config/env';
import { loadChecked } from '../../config/loadChecked';
import { checkModel } from '../../simulation/checkModel';
import { makeSeason } from '../../simulation/makeSeason';
import { Rules } from '../../simulation/rules';
import { simulate, windowOf, type World } from '../../simulation/simulate';
import { changeStaffing, readStaffChanges } from '../../simulation/staffing';
import { loadBase, type Base } from '../../whatif/loadBase';
import { pastSeason } from '../../whatif/pastSeason';
import { BadOptions, type SimulationOptions } from './parseSimulation';
import { printAnswer, printCheck } from './printAnswer';

export interface Surroundings {
  readonly env: Pick<Env, 'catalogueDir'>;
  /** null = nobody knows where it is. */
  readonly databaseUrl: string | null;
  readonly print: (line: string) => void;
  /** Called once before the replications begin, then after each. */
  readonly progress: (total: number) => () => void;
}

/** Answers what was asked. Throws a BadOptions, BadQuestion, BadStaffing or CatalogueError that says in Chinese what to do. */
export async function runSimulation(options: SimulationOptions, around: Surroundings): Promise<void> {
  const { env, print } = around;
  const { days, replications, seed } = options;
  const base = loadBase(env.catalogueDir, days.from, options.figures ?? undefined);
  const { catalogue, figures, formula, enough, world } = base;
  const past = options.past ? await pastSeason(databaseOf(around), days) : null;
  const shared = { days, proposals: figures.proposals, formula, replications, seed };
  const step = around.progress(replications);
  if (options.check) {
    const cases = past ?? made(base, options);
    const checked = checkModel({ ...shared, cases, world, step });
    write(options.json, checked, printCheck(checked), print);
    return;
  }
  const source =
    past === null ? ({ kind: 'made_up', rates: figures.rates } as const) : ({ kind: 'past', cases: past } as const);
  const answer = simulate({ ...shared, source, base: world, scenario: scenarioOf(options, base), enough, step });
  write(options.json, answer, printAnswer(answer, catalogue, figures.proposed), print);
}

function databaseOf({ databaseUrl }: Surroundings): string {
  if (databaseUrl === null) throw new BadOptions('不知道数据库在哪里，请设 DATABASE_URL。');
  return databaseUrl;
}

function scenarioOf({ catalogue, officers }: SimulationOptions, { catalogue: now, world }: Base): World | null {
  if (catalogue === null && officers === null) return null;
  return {
    rules: catalogue === null ? world.rules : new Rules(loadChecked(catalogue)),
    staffing:
      officers === null ? world.staffing : changeStaffing(world.staffing, readStaffChanges(officers), now.towns),
  };
}

/** A season by the model itself: what it was made of is known, so the check must find it right. */
function made({ world: { rules, staffing }, figures: { rates, proposals } }: Base, { days, seed }: SimulationOptions) {
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
