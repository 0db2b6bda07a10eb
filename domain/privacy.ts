import type { CaseState, Evidence } from './case';
import type { Actor } from './people';

/** Who sees the party's name and numbers: whoever handles, reviews or decides the case, and serves in it. */
export function maySeeParty(state: CaseState, actor: Actor): boolean {
  // The chair of the hearing meets the party, wherever they come from.
  if (state.hearing.notice?.chair === actor.id && state.outcome === null) return true;
  return actor.role === 'legal_reviewer' ? state.stage === 'review' : handles(state, actor);
}

/** Who brings the file of a piece of evidence: whoever handles the case, and whoever took it, for nobody else may have it any more. */
export function mayHandIn(state: CaseState, actor: Actor, { takenBy }: Pick<Evidence, 'takenBy'>): boolean {
  return takenBy === actor.id || handles(state, actor);
}

/** Whose work the case is: by their role, and in an organisation that has it or helps. */
function handles(state: CaseState, actor: Actor): boolean {
  switch (actor.role) {
    case 'town_officer':
    case 'town_office':
    case 'bureau_officer':
    case 'leader':
      return actor.org === state.owner || state.cooperation.some((task) => task.town === actor.org && task.open);
    case 'legal_reviewer':
    case 'dispatcher':
    case 'town_assistant':
    case 'supervisor':
    case 'admin':
    case 'security_admin':
    case 'auditor':
    case 'system':
      return false;
  }
}

/** Who sees a reporter: the dispatch centre that took the report, and whoever handles the open case. */
export function maySeeReporter(state: CaseState | null, actor: Actor): boolean {
  switch (actor.role) {
    case 'dispatcher':
      return true;
    case 'town_officer':
    case 'town_office':
    case 'bureau_officer':
      return state !== null && state.outcome === null && actor.org === state.owner;
    case 'leader':
    case 'legal_reviewer':
    case 'town_assistant':
    case 'supervisor':
    case 'admin':
    case 'security_admin':
    case 'auditor':
    case 'system':
      return false;
  }
}

/** `张三` → `张*`: enough to tell two parties apart, not to find one. */
export function masked(name: string): string {
  return name.length === 0 ? '' : `${[...name][0] ?? ''}${'*'.repeat(Math.min(3, [...name].length - 1))}`;
}
