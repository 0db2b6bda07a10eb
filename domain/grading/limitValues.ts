import { LIMIT_IDS, type Limit, type LimitId } from '../catalogue';

export type LimitValues = Readonly<Record<LimitId, number>>;

const known = new WeakMap<readonly Limit[], LimitValues>();

/**
 * Limits by id, worked out once for each list: every clue asks for them. Throws when one is missing: the catalogue's
 * loader has made sure that none is.
 */
export function limitValues(limits: readonly Limit[]): LimitValues {
  const values = known.get(limits) ?? valuesOf(limits);
  known.set(limits, values);
  return values;
}

function valuesOf(limits: readonly Limit[]): LimitValues {
  return Object.fromEntries(
    LIMIT_IDS.map((id) => {
      const limit = limits.find((candidate) => candidate.id === id);
      if (limit === undefined) throw new Error(`limit ${id} is missing from the catalogue`);
      return [id, limit.value];
    }),
  ) as Record<LimitId, number>;
}
