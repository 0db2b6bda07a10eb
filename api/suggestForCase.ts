import { candidates, positionOfCase } from '../db/candidates';
import type { CaseRow } from '../db/readCase';
import { suggestOfficers, type OfficerSuggestion } from '../domain/dispatch/suggestOfficers';
import { limitValues } from '../domain/grading/limitValues';
import { BUREAU } from '../domain/people';
import type { ApiDeps } from './deps';
import { nowFor } from './views';

/** Whom the organisation that has a case should send, with the reasons. */
export async function suggestForCase(
  { db, catalogue, dutyRoster }: Pick<ApiDeps, 'db' | 'catalogue' | 'dutyRoster'>,
  row: Pick<CaseRow, 'state' | 'now'>,
): Promise<OfficerSuggestion> {
  const { state } = row;
  const role = state.owner === BUREAU ? 'bureau_officer' : 'town_officer';
  return suggestOfficers({
    state,
    position: await positionOfCase(db, state.clueIds[0]),
    candidates: await candidates(db, state.owner, role, state.item.field),
    roster: dutyRoster,
    at: nowFor(row),
    positionMinutes: limitValues(catalogue.limits).officer_position_minutes,
  });
}
