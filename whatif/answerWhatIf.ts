import { changeCatalogue, type RuleChanges } from '../simulation/changeCatalogue';
import { Rules } from '../simulation/rules';
import { simulate, type Answer, type Days, type Source, type World } from '../simulation/simulate';
import { changeStaffing, type StaffChange } from '../simulation/staffing';
import { loadBase, type Base } from './loadBase';
import { pastSeason } from './pastSeason';

/** What would be another; all of it empty asks about the base alone. */
export interface Changes extends RuleChanges {
  readonly staffing: readonly StaffChange[];
}

/** JSON-safe. */
export interface WhatIf {
  readonly season: Source['kind'];
  readonly days: Days;
  readonly changes: Changes;
  readonly replications: number;
  readonly seed: number;
}

export interface WhatIfSurroundings {
  readonly catalogueDir: string;
  readonly databaseUrl: string;
  /** Called once before the first replication, then after each. */
  readonly stepped: (done: number) => void;
}

/**
 * What a season comes to under the base and under changes of it. Throws a BadQuestion, a BadChange or a BadStaffing where it can't
 * be asked so, an UnknownItem where a past case's item is no longer in the catalogue; passing faults of the database as they are.
 */
export async function answerWhatIf(
  { season, days, changes, replications, seed }: WhatIf,
  { catalogueDir, databaseUrl, stepped }: WhatIfSurroundings,
): Promise<Answer> {
  const base = loadBase(catalogueDir, days.from);
  const scenario = scenarioOf(base, changes);
  const { figures, formula, enough, world } = base;
  const source: Source =
    season === 'past'
      ? { kind: 'past', cases: await pastSeason(databaseUrl, days) }
      : { kind: 'made_up', rates: figures.rates };
  let done = 0;
  stepped(done);
  return simulate({
    ...{ source, days, base: world, scenario, proposals: figures.proposals, formula, enough, replications, seed },
    step: () => stepped((done += 1)),
  });
}

function scenarioOf({ catalogue, world }: Base, { staffing, ...rules }: Changes): World | null {
  const sameRules = Object.values(rules).every(({ length }) => length === 0);
  if (sameRules && staffing.length === 0) return null;
  return {
    rules: sameRules ? world.rules : new Rules(changeCatalogue(catalogue, rules)),
    staffing: changeStaffing(world.staffing, staffing, catalogue.towns),
  };
}
