import type { TimelineEntry } from '../shared/api/types';
import type { Schema, Value } from '../shared/form/Schema';
import { toValue } from '../shared/form/toValue';

type Source = readonly [event: string, field: string];

/** The penalty is said again at each step; what was said last is what the next one starts from. */
const PENALTY: readonly Source[] = [
  ['investigation_ended', 'proposal'],
  ['discussed', 'conclusion'],
  ['notice_given', 'penalty'],
];

/** What an act asks for that the case was told before, and by which events. */
const ASKED_AGAIN: Readonly<Record<string, Readonly<Record<string, readonly Source[]>>>> = {
  end_investigation: { report: [['investigation_ended', 'report']], proposal: PENALTY },
  record_discussion: { conclusion: PENALTY },
  give_notice: { facts: [['notice_given', 'facts']], penalty: PENALTY },
  decide_penalty: { penalty: PENALTY },
};

export const asksAgain = (act: string): boolean => act in ASKED_AGAIN;

/** Something that was said before: what it was said with and when. */
export interface Carried {
  readonly data: unknown;
  readonly value: Value;
  readonly what: string;
  readonly at: string;
}

/** By field; the newest that was said. */
export function carriedFor(
  act: string,
  schema: Schema,
  events: readonly TimelineEntry[],
): Readonly<Record<string, Carried>> {
  const found = Object.entries(ASKED_AGAIN[act] ?? {}).flatMap(([field, sources]) => {
    const last = events.findLast(({ type }) => sources.some(([event]) => event === type));
    const [, from] = sources.find(([event]) => event === last?.type) ?? [];
    const property = schema.properties?.[field];
    if (last === undefined || from === undefined || property === undefined) return [];
    const data = last.data[from];
    return [[field, { data, value: toValue(property, data), what: last.what, at: last.at }] as const];
  });
  return Object.fromEntries(found);
}
