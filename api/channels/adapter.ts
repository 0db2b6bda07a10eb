import type { Static, TObject } from 'typebox';
import type { Channel } from '../../domain/triage/triage';
import type { ClueInput } from '../schemas/clues';

/** How one channel speaks: its message's schema, and what the message is as a clue. */
export interface Adapter {
  readonly channel: Channel;
  readonly summary: string;
  readonly body: TObject;
  /** Fields of the message that are a person's: kept in `persons`, if at all, and in no stored original. */
  readonly personal: readonly string[];
  readonly toClue: (message: never) => Omit<ClueInput, 'channel'>;
}

/** Ties `toClue` to the schema's own type. */
export function adapter<T extends TObject>(
  spec: Omit<Adapter, 'body' | 'toClue' | 'personal'> & {
    readonly body: T;
    readonly personal: readonly (keyof Static<T> & string)[];
    readonly toClue: (message: Static<T>) => Omit<ClueInput, 'channel'>;
  },
): Adapter {
  return spec;
}

/** A field that is undefined is left out: what stands in a clue was said. */
export function said<T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;
}

export function withoutPersons(message: object, personal: readonly string[]): object {
  return Object.fromEntries(Object.entries(message).filter(([field]) => !personal.includes(field)));
}
