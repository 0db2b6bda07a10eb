import type { CaseState } from '../../../domain/case';
import { BUREAU, DISPATCH_CENTRE, SYSTEM, type Actor, type OrgId, type Role } from '../../../domain/people';

/** People for tests, named as the roster names them. */

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

/** The certificate's last day was before any case of these tests. */
export const expired = (who: Actor): Actor => ({ ...who, id: `${who.id}-expired`, certificateUntil: '2026-06-30' });

/** The first of an endless row of colleagues who isn't barred. */
function firstFree(colleague: (n: number) => Actor, barred: (id: string) => boolean, skip = 0): Actor {
  for (let n = 1, left = skip; ; n += 1) {
    const candidate = colleague(n);
    if (barred(candidate.id)) continue;
    if (left === 0) return candidate;
    left -= 1;
  }
}

const stoodAside = (state: CaseState) => (id: string) =>
  state.recusals.some(({ person, granted }) => person === id && granted === true);

/** Whoever handles the case as it stands: the nth of them who may still. */
export const handler = (state: CaseState, n = 1): Actor =>
  firstFree(
    (index) => (state.grade === 'bureau' ? bureauOfficer(index) : officer(state.town, index)),
    (id) => stoodAside(state)(id) || state.hearing.notice?.chair === id,
    n - 1,
  );

/** Whoever approves, decides and closes it. */
export const decider = (state: CaseState, n = 1): Actor =>
  firstFree(
    (index) => (state.grade === 'bureau' ? leaderNo(index) : office(state.town, index)),
    stoodAside(state),
    n - 1,
  );

/** A leader of the bureau who may act, whoever has the case. */
export const anyLeader = (state: CaseState, but: string | null = null): Actor =>
  firstFree(leaderNo, (id) => id === but || stoodAside(state)(id));

/** Two certified officers of whoever has the case, lead first. */
export const pair = (state: CaseState): readonly Actor[] => [handler(state, 1), handler(state, 2)];

/** A reviewer who may review the case. */
export const freeReviewer = (state: CaseState): Actor =>
  firstFree(
    reviewer,
    (id) => stoodAside(state)(id) || state.investigators.includes(id) || state.hearing.notice?.chair === id,
  );

/** Somebody of the bureau who may chair its hearing: an officer or, so that walks meet both, a reviewer. */
export const freeChair = (state: CaseState): Actor =>
  firstFree(
    (n) => (state.seq % 2 === 0 ? reviewer(n + 3) : bureauOfficer(n + 6)),
    (id) =>
      stoodAside(state)(id) || state.investigators.includes(id) || state.reviews.some(({ reviewer: by }) => by === id),
  );
