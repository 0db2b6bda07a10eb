import { LIMIT_IDS, type Catalogue } from '../domain/catalogue';
import { PREDICATES } from '../domain/grading/predicates';
import type { Problems } from './problems';
import { GRADING_CUES_FILE } from './tables/gradingCues';
import { GRADING_RULES_FILE } from './tables/gradingRules';
import { LIMITS_FILE } from './tables/limits';
import { NOT_OURS_FILE } from './tables/notOurs';
import { PATROL_ITEMS_FILE } from './tables/patrolItems';
import { PENALTY_ITEMS_FILE } from './tables/penaltyItems';
import { PERIODS_FILE } from './tables/periods';
import { TOWNS_FILE } from './tables/towns';

/** Chongzhou's six streets and nine towns: fewer means a file cut short, more a file of another city. */
const TOWN_COUNT = 15;

/** What no single row can show: counts, codes used twice, and things that must stand on both sides. */
export function checkCatalogue(catalogue: Catalogue, problems: Problems): void {
  const add = (file: string, column: string | null, value: string | null, allowed: string) =>
    problems.add({ file, line: null, column, value, allowed });

  const unique = (file: string, column: string, values: readonly string[]) => {
    for (const value of repeated(values)) add(file, column, value, '只能出现一次');
  };
  unique(
    PENALTY_ITEMS_FILE,
    'code',
    catalogue.items.map((item) => item.code),
  );
  unique(
    PATROL_ITEMS_FILE,
    'code',
    catalogue.patrolItems.map((item) => item.code),
  );
  unique(
    TOWNS_FILE,
    'code',
    catalogue.towns.map((town) => town.code),
  );
  unique(
    TOWNS_FILE,
    'name',
    catalogue.towns.map((town) => town.name),
  );
  unique(
    GRADING_RULES_FILE,
    'rule_id',
    catalogue.gradingRules.map((rule) => rule.id),
  );
  unique(
    GRADING_CUES_FILE,
    'fact',
    catalogue.gradingCues.map((cue) => cue.fact),
  );
  unique(
    NOT_OURS_FILE,
    'id',
    catalogue.notOurs.map((rule) => rule.id),
  );
  unique(
    PERIODS_FILE,
    'id',
    catalogue.periods.map((period) => period.id),
  );
  unique(
    LIMITS_FILE,
    'id',
    catalogue.limits.map((limit) => limit.id),
  );

  if (catalogue.towns.length !== TOWN_COUNT)
    add(TOWNS_FILE, null, String(catalogue.towns.length), `应有 ${TOWN_COUNT} 个镇街`);

  const rules = new Set(catalogue.gradingRules.map((rule) => rule.id));
  for (const id of rules)
    if (!Object.hasOwn(PREDICATES, id)) add(GRADING_RULES_FILE, 'rule_id', id, '程序里没有判断这条规则的谓词');
  for (const id of Object.keys(PREDICATES))
    if (!rules.has(id)) add(GRADING_RULES_FILE, 'rule_id', id, '程序要用这条规则，表里没有');

  const limits = new Set<string>(catalogue.limits.map((limit) => limit.id));
  for (const id of LIMIT_IDS) if (!limits.has(id)) add(LIMITS_FILE, 'id', id, '程序要用这个限额，表里没有');
}

function repeated(values: readonly string[]): Set<string> {
  const seen = new Set<string>();
  return new Set(values.filter((value) => value !== '' && (seen.has(value) || !seen.add(value))));
}
