import type { ActName, CaseEvent, CaseState, CommandOf } from '../case';
import type { Refusal } from '../refusal';
import { archiveCase } from './archiveCase';
import { clockEffects } from './clocks';
import { cooperationEffects } from './cooperation';
import { decisionEffects } from './decision';
import { dispatchEffects } from './dispatch';
import { endEffects } from './ends';
import { hearingEffects } from './hearing';
import { investigationEffects } from './investigation';
import { lapseDeadline } from './lapseDeadline';
import { measureEffects } from './measures';
import { performanceEffects } from './performance';
import { reviewEffects } from './review';
import { transferEffects } from './transfer';

/** What an allowed act brings about. A refusal here is only for what the guards can't see (nothing is due). */
export type Effect<A extends ActName> = (state: CaseState, command: CommandOf<A>) => readonly CaseEvent[] | Refusal;

/** The effects of a group of acts. */
export type Effects<A extends ActName> = { readonly [K in A]: Effect<K> };

export const EFFECTS: Effects<ActName> = {
  ...dispatchEffects,
  ...investigationEffects,
  ...measureEffects,
  ...reviewEffects,
  ...hearingEffects,
  ...decisionEffects,
  ...performanceEffects,
  ...clockEffects,
  ...cooperationEffects,
  ...transferEffects,
  ...endEffects,
  lapse_deadline: lapseDeadline,
  archive_case: archiveCase,
};
