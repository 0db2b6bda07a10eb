import type { ActInputs, ActName, CaseState } from '../../domain/case';
import type { Instant } from '../../domain/catalogue';
import { BUREAU, type Actor, type Officer } from '../../domain/people';
import { lawDateOf } from '../../domain/time/lawDate';
import { owed } from '../../domain/yuan';

export const OTHER_TOWN = '510184104';
const CERTIFIED = '9999-12-31';

export const somebody = (role: Actor['role'], org: string): Actor => ({
  id: `${role}-${org}`,
  role,
  org,
  certificateUntil: CERTIFIED,
});

/** For each act the inputs that lead on in different directions. They are for drawing: lawful, and of no other interest. */
export function sampleInputs(state: CaseState, at: Instant): { readonly [A in ActName]: readonly ActInputs[A][] } {
  const today = lawDateOf(at);
  const officers = [1, 2].map((n): Officer => ({ id: `officer-${n}`, org: state.owner, certificateUntil: CERTIFIED }));
  const warning = { warning: true, fine: 0 };
  const penalty = { warning: true, fine: state.procedure.id === 'summary' ? 100 : 20_000 };
  const party = { personId: 'P-1', kind: 'citizen' } as const;
  const onSpot = { officers, party, facts: '', certificatesShown: true, statementHeard: true };
  return {
    accept: [{ officers }],
    return_dispatch: [{ reason: '' }],
    redispatch: [{ town: OTHER_TOWN, reason: '' }],
    insist_dispatch: [{ reason: '' }],
    assign: [{ officers }],
    verify: [{ violation: true, facts: '' }],
    order_rectification: [{ requirement: '', until: today }],
    check_rectification: [{ rectified: true, facts: '' }],
    close_without_penalty: [{ reason: 'not_established', explanation: '' }],
    switch_to_ordinary: [{ reason: '' }],
    file_case: [{ officers, party, reason: '' }],
    collect_evidence: [{ sha256: '', kind: 'documentary', storeKey: '', description: '', takenAt: at, place: '' }],
    end_investigation: [{ officers, report: '', proposal: penalty }],
    pass_review: [{ opinion: '' }],
    return_review: [{ requirement: '' }],
    disagree_review: [{ reasons: '' }],
    elevate: [{ reason: '' }],
    request_cooperation: [{ town: OTHER_TOWN, requirement: '' }],
    answer_cooperation: state.cooperation.map(({ id }) => ({ taskId: id, answer: '' })),
    decide_on_spot: [
      { ...onSpot, penalty, collectedOnSpot: true },
      { ...onSpot, penalty, collectedOnSpot: false },
    ],
    give_notice: [
      { facts: '', penalty },
      { facts: '', penalty: warning },
    ],
    record_statement: [{ raised: false, summary: '' }],
    decide_penalty: [{ penalty: state.notice?.penalty ?? penalty, reasons: '' }],
    serve_decision: [{ method: 'direct', servedOn: today, note: '' }],
    record_payment: [
      { amount: owed(state), paidOn: today, receipt: '' },
      { amount: 1, paidOn: today, receipt: '' },
    ],
    close_case: [{ summary: '' }],
    join_report: [{ clueId: `clue-${state.clueIds.length + 1}`, channel: 'patrol' }],
    lapse_deadline: [{}],
    archive_case: [{ events: state.seq, head: '' }],
  };
}

/** One of each role, from each organisation that it may come from. */
export function sampleActors(state: CaseState): readonly Actor[] {
  const towns = [...new Set([state.town, ...state.cooperation.map(({ town }) => town)])];
  return [
    ...towns.flatMap((town) => [
      somebody('town_officer', town),
      somebody('town_office', town),
      somebody('town_assistant', town),
    ]),
    ...(['bureau_officer', 'leader', 'legal_reviewer', 'supervisor', 'admin'] as const).map((role) =>
      somebody(role, BUREAU),
    ),
    somebody('dispatcher', 'dispatch_centre'),
    somebody('system', 'system'),
  ];
}
