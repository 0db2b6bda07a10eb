import type { Stay } from './flow';
import type { OfficeTime } from './officeTime';
import { isWork, type SeasonCase, type Visit } from './season';

/** A season as it was known at an instant: what came later, or ended later, isn't known yet. */
export function knownAt(cases: readonly SeasonCase[], at: number): readonly SeasonCase[] {
  return cases
    .filter(({ arrival }) => arrival.at < at)
    .map((one) => ({
      ...one,
      visits: one.visits
        .filter(({ enteredAt }) => enteredAt < at)
        .map((visit) =>
          visit.leftAt !== null && visit.leftAt >= at ? { ...visit, leftAt: null, onward: null, by: null } : visit,
        ),
      ...(one.closedAt !== null && one.closedAt >= at ? { closedAt: null, closedBy: null } : {}),
    }));
}

/**
 * What the model is fitted to, case by case. When somebody took a case up isn't on record: they began when it lay there and
 * they had ended what they had in hand before, which is so wherever nobody sits idle while work waits.
 */
export function staysOf(
  cases: readonly SeasonCase[],
  office: OfficeTime,
  knownUntil: number,
): readonly (readonly Stay[])[] {
  const endedBefore = lastEnds(cases);
  return cases.map(({ visits }) =>
    visits.map((visit): Stay => {
      const { stage, grade, onward } = visit;
      return { stage, grade, onward, length: lengthOf(visit, office, endedBefore.get(visit) ?? 0, knownUntil) };
    }),
  );
}

function lengthOf(visit: Visit, office: OfficeTime, endedBefore: number, knownUntil: number): Stay['length'] {
  const { stage, enteredAt, readyAt, leftAt, onward } = visit;
  if (!isWork(stage)) return { ms: (leftAt ?? knownUntil) - enteredAt, ended: onward !== null };
  // Of work that isn't done, or was taken away, nobody can say how much of it was work and how much waiting.
  if (leftAt === null || onward === null) return null;
  const began = Math.max(readyAt, endedBefore);
  return { ms: Math.max(0, office.worked(leftAt) - office.worked(began)), ended: true };
}

/** For each piece of work, when whoever did it had ended the one before. */
function lastEnds(cases: readonly SeasonCase[]): ReadonlyMap<Visit, number> {
  const ended = cases
    .flatMap(({ visits }) => visits)
    .filter(({ stage, by, leftAt }) => isWork(stage) && by !== null && leftAt !== null)
    .sort((one, other) => (one.leftAt ?? 0) - (other.leftAt ?? 0));
  const lastOf = new Map<string, number>();
  const before = new Map<Visit, number>();
  for (const visit of ended) {
    const by = visit.by ?? '';
    before.set(visit, lastOf.get(by) ?? 0);
    lastOf.set(by, visit.leftAt ?? 0);
  }
  return before;
}
