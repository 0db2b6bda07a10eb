import type { Catalogue, Grade, PenaltyItem } from '../domain/catalogue';
import { UNKNOWN_FACTS } from '../domain/grading/facts';
import { limitValues } from '../domain/grading/limitValues';
import { PREDICATES } from '../domain/grading/predicates';
import { periodsThatCount } from './whatCounts';

/** How an item may be handled: delegated to the towns under one of the two procedures, or not at all. */
export const HANDLED_AS = ['summary', 'ordinary', 'not_delegated'] as const;
export type HandledAs = (typeof HANDLED_AS)[number];

/** What of the rules is another in a scenario; the rest stays as it is. */
export interface RuleChanges {
  /** The period's length, in the unit that it has. */
  readonly periods: readonly { readonly id: string; readonly number: number }[];
  /** null = the rule is not applied. */
  readonly rules: readonly { readonly id: string; readonly grade: Grade | null }[];
  readonly items: readonly { readonly code: string; readonly as: HandledAs }[];
}

/** A change that can't be made; in Chinese. */
export class BadChange extends Error {
  override readonly name = 'BadChange';
}

export function handledAs({ delegated, procedureDefault }: PenaltyItem): HandledAs {
  return delegated ? procedureDefault : 'not_delegated';
}

/** The catalogue with some of it changed, under a version that isn't the file's. Throws a BadChange that says what can't be. */
export function changeCatalogue(catalogue: Catalogue, { periods, rules, items }: RuleChanges): Catalogue {
  const numbers = byKey('时限', periods, ({ id }) => id, new Set(periodsThatCount(catalogue).map(({ id }) => id)));
  const grades = byKey('分级规则', rules, ({ id }) => id, new Set(catalogue.gradingRules.map(({ id }) => id)));
  const handled = byKey('处罚事项', items, ({ code }) => code, new Set(catalogue.items.map(({ code }) => code)));
  const changed: Catalogue = {
    ...catalogue,
    version: `${catalogue.version}*`,
    periods: catalogue.periods.map((period) => {
      const number = numbers.get(period.id)?.number;
      return number === undefined ? period : { ...period, span: { ...period.span, number } };
    }),
    gradingRules: catalogue.gradingRules.flatMap((rule) => {
      const change = grades.get(rule.id);
      if (change === undefined) return [rule];
      return change.grade === null ? [] : [{ ...rule, grade: change.grade }];
    }),
    items: catalogue.items.map((item) => {
      const as = handled.get(item.code)?.as;
      if (as === undefined) return item;
      return as === 'not_delegated'
        ? { ...item, delegated: false }
        : { ...item, delegated: true, procedureDefault: as };
    }),
  };
  const uncovered = itemWithoutGrade(changed);
  if (uncovered !== undefined)
    throw new BadChange(`规则停用以后，事项“${uncovered.name}”没有规则可以定级；请改它的分级，不要停用。`);
  return changed;
}

/** Of what is said in a report no fact is needed for a grade: what holds without any holds with them. */
function itemWithoutGrade({ items, gradingRules, limits }: Catalogue): PenaltyItem | undefined {
  const values = limitValues(limits);
  return items.find(
    (item) => !gradingRules.some(({ id }) => PREDICATES[id]?.holds(item, UNKNOWN_FACTS, values) === true),
  );
}

function byKey<T>(
  what: string,
  changes: readonly T[],
  keyOf: (change: T) => string,
  known: ReadonlySet<string>,
): ReadonlyMap<string, T> {
  const found = new Map<string, T>();
  for (const change of changes) {
    const key = keyOf(change);
    if (!known.has(key)) throw new BadChange(`没有可以改的${what}“${key}”。`);
    if (found.has(key)) throw new BadChange(`${what}“${key}”写了两次。`);
    found.set(key, change);
  }
  return found;
}
