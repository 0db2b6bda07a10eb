import type { CaseState } from '../case';
import type { LawDate, ProcedureId } from '../catalogue';
import { ordinary2026 } from './ordinary-2026';
import type { Procedure } from './procedure';
import { summary2026 } from './summary-2026';

/** Every version that was ever published, oldest first. A case never loses its own. */
export const ALL_PROCEDURES: readonly Procedure[] = [summary2026, ordinary2026];

export function procedureOf(state: Pick<CaseState, 'procedure'>): Procedure {
  const found = ALL_PROCEDURES.find(
    (procedure) => procedure.id === state.procedure.id && procedure.version === state.procedure.version,
  );
  if (found === undefined) throw new Error(`unknown procedure ${state.procedure.id}@${state.procedure.version}`);
  return found;
}

/** The version in force on a date. */
export function procedureInForce(id: ProcedureId, on: LawDate): Procedure {
  const found = ALL_PROCEDURES.filter((procedure) => procedure.id === id && procedure.inForceFrom <= on).at(-1);
  if (found === undefined) throw new Error(`no procedure ${id} in force on ${on}`);
  return found;
}
