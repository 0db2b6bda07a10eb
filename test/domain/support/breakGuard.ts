import type { ActName } from '../../../domain/case';
import type { ProcedureId } from '../../../domain/catalogue';
import { ALL_PROCEDURES } from '../../../domain/procedures/procedures';

/** The part of a rule that a mutation touches, as it really is in memory. */
interface Table {
  requires: readonly { readonly name: string }[];
  checks: readonly { readonly name: string }[];
}

export interface Entry {
  readonly procedure: ProcedureId;
  readonly act: ActName;
  readonly guard: string;
  /** Asked before anything is put in: who may not do it isn't offered it. */
  readonly offers: boolean;
}

/** In the summary table, and of the bureau's cases alone: those go by the ordinary procedure, so no case ever comes there. */
const OF_THE_BUREAU: readonly ActName[] = [
  'send_down',
  'request_cooperation',
  'answer_cooperation',
  'return_cooperation',
];

export const everComesTo = (procedure: ProcedureId, act: ActName): boolean =>
  procedure !== 'summary' || !OF_THE_BUREAU.includes(act);

/** Each entry of each table: `ordinary:decide_penalty:reviewPassed`. */
export function allEntries(): readonly Entry[] {
  return ALL_PROCEDURES.flatMap(({ id, acts }) =>
    (Object.keys(acts) as ActName[])
      .filter((act) => everComesTo(id, act))
      .flatMap((act) => {
        const rule = acts[act] as Table | undefined;
        const entry = (guards: Table['checks'] | undefined, offers: boolean) =>
          (guards ?? []).map(({ name: guard }) => ({ procedure: id, act, guard, offers }));
        return [...entry(rule?.requires, true), ...entry(rule?.checks, false)];
      }),
  );
}

export const nameOf = ({ procedure, act, guard }: Omit<Entry, 'offers'>): string => `${procedure}:${act}:${guard}`;

/** Counts how often a guard is the one that refuses; `mend` puts the table back. */
export function watchGuard(name: string): { readonly refusals: () => number; readonly mend: () => void } {
  let refusals = 0;
  const watched = <G extends Table['checks'][number]>(one: G): G => {
    if (one.name !== name.split(':')[2]) return one;
    return ((...given: readonly unknown[]) => {
      const refusal = (one as unknown as (...all: readonly unknown[]) => unknown)(...given);
      if (refusal !== null) refusals += 1;
      return refusal;
    }) as unknown as G;
  };
  const mend = changeRule(name, (rule) => ({
    ...rule,
    requires: rule.requires.map(watched),
    checks: rule.checks.map(watched),
  }));
  return { refusals: () => refusals, mend };
}

/**
 * Takes one guard out of one act of one procedure, in memory; the answer puts it back. Procedures are plain tables, so
 * nothing has to be opened up for it: a rule is replaced by one without the guard.
 */
export function breakGuard(name: string): () => void {
  const guard = name.split(':')[2];
  return changeRule(name, (rule) => {
    const without = {
      ...rule,
      requires: rule.requires.filter((one) => one.name !== guard),
      checks: rule.checks.filter((one) => one.name !== guard),
    };
    if (without.requires.length + without.checks.length !== rule.requires.length + rule.checks.length - 1) {
      throw new Error(`no guard ${name}`);
    }
    return without;
  });
}

function changeRule(name: string, change: (rule: Table) => Table): () => void {
  const [procedure, act] = name.split(':');
  const acts = ALL_PROCEDURES.find(({ id }) => id === procedure)?.acts as Record<string, Table> | undefined;
  const rule = acts?.[act ?? ''];
  if (acts === undefined || act === undefined || rule === undefined) throw new Error(`no act ${name}`);
  acts[act] = change(rule);
  return () => {
    acts[act] = rule;
  };
}
