import type { ActName, CaseEvent, CaseState, CommandOf } from '../case';
import { archiveCase } from './archiveCase';
import { cooperationEffects } from './cooperation';
import { dispatchEffects } from './dispatch';
import { disposalEffects } from './disposal';
import { investigationEffects } from './investigation';
import { lapseDeadline } from './lapseDeadline';
import { reviewEffects } from './review';
import type { Refusal } from '../refusal';

/** What an allowed act brings about. A refusal here is only for what the guards can't see (nothing is due). */
export type Effect<A extends ActName> = (state: CaseState, command: CommandOf<A>) => readonly CaseEvent[] | Refusal;

export const EFFECTS: { readonly [A in ActName]: Effect<A> } = {
  ...dispatchEffects,
  ...investigationEffects,
  ...reviewEffects,
  ...cooperationEffects,
  ...disposalEffects,
  lapse_deadline: lapseDeadline,
  archive_case: archiveCase,
};
