import type { ActName, CaseEvent, CaseState, CommandOf } from '../case';
import type { Refusal } from '../refusal';

/** What an allowed act brings about. A refusal here is only for what the guards can't see (nothing is due). */
export type Effect<A extends ActName> = (state: CaseState, command: CommandOf<A>) => readonly CaseEvent[] | Refusal;

/** The effects of a group of acts. */
export type Effects<A extends ActName> = { readonly [K in A]: Effect<K> };
