import type { ActName, CaseState } from './case';
import type { Actor } from './people';
import type { ActRule, Who } from './procedures/procedure';

/** The one decision on competence: role × organisation × grade × stage × act. Read by the guard, the list and the tests. */
export function isCompetent(state: CaseState, actor: Actor, rule: Pick<ActRule<ActName>, 'by'>): boolean {
  return rule.by.some((who) => matches(state, actor, who));
}

function matches(state: CaseState, actor: Actor, who: Who): boolean {
  if (actor.role !== who.role) return false;
  if (who.grades !== undefined && !who.grades.includes(state.grade)) return false;
  switch (who.of) {
    case 'any':
      return true;
    case 'owner':
      return actor.org === state.owner;
    case 'cooperating_town':
      return state.cooperation.some((task) => task.town === actor.org && task.open);
    case 'urged':
      return state.urgings.some(({ id, open }) => open && state.clocks[id]?.owner === actor.org);
    case 'late':
      return state.overdue.some(({ org, appeal }) => org === actor.org && appeal === null);
  }
}

/** Whether a person may see a case at all. Another town's case does not exist for a town. */
export function maySee(
  actor: Actor,
  case_: { readonly town: string; readonly owner: string; readonly cooperatingTowns: readonly string[] },
): boolean {
  switch (actor.role) {
    case 'town_office':
    case 'town_officer':
    case 'town_assistant':
      return actor.org === case_.town || actor.org === case_.owner || case_.cooperatingTowns.includes(actor.org);
    case 'dispatcher':
    case 'legal_reviewer':
    case 'bureau_officer':
    case 'leader':
    case 'supervisor':
    case 'admin':
    case 'auditor':
    case 'system':
      return true;
    // Who gives out rights has nothing to do in a case.
    case 'security_admin':
      return false;
  }
}
