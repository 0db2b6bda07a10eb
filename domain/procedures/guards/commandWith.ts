import type { ActName, CommandOf, Penalty } from '../../case';
import type { Officer } from '../../people';

type ActsWith<K extends string, V> = {
  [A in ActName]: CommandOf<A>['input'] extends Record<K, V> ? A : never;
}[ActName];

/** Acts that name officers, and acts that impose or propose a penalty. */
export type OfficersCommand = CommandOf<ActsWith<'officers', readonly Officer[]>>;
export type PenaltyCommand = CommandOf<ActsWith<'penalty', Penalty> | 'end_investigation' | 'record_discussion'>;
