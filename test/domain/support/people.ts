import { bureauOfficer, leaderNo, office, officer, reviewer } from '../../../demo/stories/cast';
import type { CaseState } from '../../../domain/case';
import type { Actor } from '../../../domain/people';

/** People for tests: the cast of the stories, and whoever is next in line. */
export {
  admin,
  assistant,
  bureauOfficer,
  dispatcher,
  IN_FORCE,
  leader,
  leaderNo,
  office,
  officer,
  reviewer,
  supervisor,
  system,
} from '../../../demo/stories/cast';

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
