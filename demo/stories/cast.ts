import { BUREAU, DISPATCH_CENTRE, SYSTEM, type Actor, type OrgId, type Role } from '../../domain/people';

/** Who plays in the stories, named as the roster names them. */

export const IN_FORCE = '2099-12-31';

function somebody(id: string, role: Role, org: OrgId, certificateUntil: string | null, qualified = false): Actor {
  return { id, role, org, certificateUntil, qualified };
}

const nth = (name: string, n: number) => (n === 1 ? name : `${name}-${n}`);

export const officer = (town: OrgId, n = 1): Actor => somebody(`officer-${town}-${n}`, 'town_officer', town, IN_FORCE);
export const assistant = (town: OrgId): Actor => somebody(`assistant-${town}-1`, 'town_assistant', town, null);
export const office = (town: OrgId, n = 1): Actor => somebody(nth(`office-${town}`, n), 'town_office', town, IN_FORCE);
export const bureauOfficer = (n = 1): Actor => somebody(`bureau-officer-${n}`, 'bureau_officer', BUREAU, IN_FORCE);
export const leaderNo = (n: number): Actor => somebody(`leader-${n}`, 'leader', BUREAU, null);
export const leader = leaderNo(1);
export const reviewer = (n = 1): Actor => somebody(`reviewer-${n}`, 'legal_reviewer', BUREAU, null, true);
export const supervisor = somebody('supervisor-1', 'supervisor', BUREAU, null);
export const dispatcher = somebody('dispatcher', 'dispatcher', DISPATCH_CENTRE, null);
export const admin = somebody('admin', 'admin', BUREAU, null);
export const system = SYSTEM;
