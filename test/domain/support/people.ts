import type { CaseState } from '../../../domain/case';
import { BUREAU, DISPATCH_CENTRE, SYSTEM, type Actor, type OrgId, type Role } from '../../../domain/people';

/** People for tests, named as the roster names them. */

export const IN_FORCE = '2029-12-31';

function somebody(id: string, role: Role, org: OrgId, certificateUntil: string | null): Actor {
  return { id, role, org, certificateUntil };
}

export const officer = (town: OrgId, n = 1): Actor => somebody(`officer-${town}-${n}`, 'town_officer', town, IN_FORCE);
export const assistant = (town: OrgId): Actor => somebody(`assistant-${town}-1`, 'town_assistant', town, null);
export const office = (town: OrgId): Actor => somebody(`office-${town}`, 'town_office', town, IN_FORCE);
export const bureauOfficer = (n = 1): Actor => somebody(`bureau-officer-${n}`, 'bureau_officer', BUREAU, IN_FORCE);
export const leader = somebody('leader-1', 'leader', BUREAU, null);
export const reviewer = (n = 1): Actor => somebody(`reviewer-${n}`, 'legal_reviewer', BUREAU, null);
export const supervisor = somebody('supervisor-1', 'supervisor', BUREAU, null);
export const dispatcher = somebody('dispatcher', 'dispatcher', DISPATCH_CENTRE, null);
export const admin = somebody('admin', 'admin', BUREAU, null);
export const system = SYSTEM;

/** The certificate's last day was before any case of these tests. */
export const expired = (who: Actor): Actor => ({ ...who, id: `${who.id}-expired`, certificateUntil: '2026-06-30' });

/** Whoever handles the case as it stands. */
export const handler = (state: CaseState, n = 1): Actor =>
  state.grade === 'bureau' ? bureauOfficer(n) : officer(state.town, n);

/** Whoever approves, decides and closes it. */
export const decider = (state: CaseState): Actor => (state.grade === 'bureau' ? leader : office(state.town));

/** Two certified officers of whoever has the case, lead first. */
export const pair = (state: CaseState): readonly Actor[] => [handler(state, 1), handler(state, 2)];
