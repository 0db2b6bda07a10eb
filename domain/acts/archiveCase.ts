import type { CaseEvent, CaseState, CommandOf } from '../case';
import { enter } from './enter';

/** A closed case archives itself: what is archived is the chain up to here, named by its length and head. */
export function archiveCase(state: CaseState, { input, at }: CommandOf<'archive_case'>): readonly CaseEvent[] {
  return [{ type: 'case_archived', events: input.events, head: input.head }, enter(state, 'archived', state.owner, at)];
}
