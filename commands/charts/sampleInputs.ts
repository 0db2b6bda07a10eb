import type { ActInputs, ActName, CaseState, Penalty } from '../../domain/case';
import type { Instant } from '../../domain/catalogue';
import { owedBy } from '../../domain/owed';
import { NO_PENALTY } from '../../domain/penalty';
import { BUREAU, type Officer } from '../../domain/people';
import { addDays, lawDateOf, startOf } from '../../domain/time/lawDate';
import { sampleActors, somebody } from './sampleActors';

export const OTHER_TOWN = '510184104';

/** For each act the inputs that lead on in different directions. They are for drawing: lawful, and of no other interest. */
export function sampleInputs<A extends ActName>(act: A, state: CaseState, at: Instant): readonly ActInputs[A][] {
  return SAMPLES[act](state, at, lawDateOf(at));
}

type Samples = {
  readonly [A in ActName]: (state: CaseState, at: Instant, today: string) => readonly ActInputs[A][];
};

const PARTY = { personId: 'P-1', kind: 'citizen', addressKnown: true } as const;
const WARNING: Penalty = { ...NO_PENALTY, warning: true };
const MEANT: Readonly<Record<string, Partial<Penalty>>> = {
  'CG-022': { fine: 20_000, others: ['停业整治'] },
  'GH-011': { fine: 20_000, basisAmount: 250_000, others: ['拆除'] },
};

/** What is to be imposed for the item: with a fine, and with something to be done where it knows that. */
function penaltyFor({ item, procedure }: CaseState): Penalty {
  const fine = procedure.id === 'summary' ? 100 : 400;
  return { ...NO_PENALTY, fine, ...MEANT[item.code] };
}

/** Everybody who may handle the case, so that whoever acts is among them; two at least. */
function officersOf(state: CaseState): readonly Officer[] {
  const handlers = sampleActors(state).filter(({ role, org }) => org === state.owner && role.endsWith('_officer'));
  return [...handlers, { ...somebody('town_officer', state.owner), id: 'second' }];
}

const measureIds = ({ measures }: CaseState) => measures.filter(({ disposal }) => disposal === null);

const SAMPLES: Samples = {
  accept: (state) => [{ officers: officersOf(state) }],
  return_dispatch: () => [{ reason: '' }],
  redispatch: () => [{ town: OTHER_TOWN, reason: '' }],
  insist_dispatch: () => [{ reason: '' }],
  assign: (state) => [{ officers: officersOf(state) }],
  join_report: (state) => [{ clueId: `clue-${state.clueIds.length + 1}`, channel: 'patrol' }],
  split_report: ({ clueIds }) => clueIds.slice(-1).map((clueId) => ({ clueId, reason: '' })),
  merge_case: () => [
    { into: { caseId: 'CZ2025-000001', openedAt: '2025-01-01T00:00:00.000Z', closed: false }, reason: '' },
  ],

  verify: () => [{ violation: true, facts: '' }],
  order_rectification: (_state, _at, today) => [{ requirement: '', until: today }],
  check_rectification: () => [{ rectified: true, facts: '' }],
  file_case: (state) => [{ officers: officersOf(state), party: PARTY, reason: '', committedOn: null, harm: false }],
  switch_to_ordinary: () => [{ reason: '' }],
  collect_evidence: (_state, at) => [
    { sha256: '', kind: 'documentary', storeKey: '', description: '', takenAt: at, place: '' },
  ],
  record_inquiry: (state, at) => [
    {
      officers: officersOf(state),
      subject: 'party',
      certificatesShown: true,
      place: '',
      from: at,
      until: at,
      record: '',
    },
  ],
  record_scene: (state, at) => [
    { officers: officersOf(state), place: '', from: at, until: at, partyPresent: true, record: '' },
  ],
  ask_recusal: (state) => [
    { person: { ...somebody('town_officer', state.owner), id: 'third' }, asker: 'party', reason: '' },
  ],
  decide_recusal: (state) =>
    state.recusals
      .filter(({ granted }) => granted === null)
      .map(({ id }) => ({ recusalId: id, granted: false, reason: '' })),
  take_measure: (state) =>
    [true, false].map((emergency) => ({
      kind: 'seizure',
      officers: officersOf(state),
      goods: '',
      place: '',
      reason: '',
      emergency,
    })),
  approve_measure: (state) => measureIds(state).map(({ id }) => ({ measureId: id, approved: true, reason: '' })),
  start_testing: (state) => measureIds(state).map(({ id }) => ({ measureId: id, subject: '', toldInWriting: true })),
  end_testing: (state) => measureIds(state).map(({ id }) => ({ measureId: id, result: '' })),
  dispose_measure: (state) => measureIds(state).map(({ id }) => ({ measureId: id, disposal: 'returned', note: '' })),
  end_investigation: (state) => [{ officers: officersOf(state), report: '', proposal: penaltyFor(state) }],

  pass_review: () => [{ opinion: '' }],
  return_review: () => [{ requirement: '' }],
  disagree_review: () => [{ reasons: '' }],
  correct_review: () => [{ correction: '' }],
  decline_review: () => [{ body: '', reasons: '' }],
  record_discussion: (state, _at, today) => [
    {
      heldOn: today,
      participants: officersOf(state),
      record: '',
      conclusion: state.notices.at(-1)?.penalty ?? penaltyFor(state),
    },
  ],

  give_notice: (state, _at, today) =>
    [penaltyFor(state), WARNING].map((penalty) => ({ facts: '', penalty, servedOn: today, method: 'direct' })),
  record_statement: () => [
    { raised: false, summary: '', waived: false },
    { raised: true, summary: '', waived: false },
  ],
  weigh_statement: () => [{ adopted: 'none', reasons: '' }],
  request_hearing: (_state, _at, today) => [{ requestedOn: today, reason: '' }],
  complete_party: () => [{ party: PARTY }],
  waive_hearing: () => [{ note: '' }],
  give_hearing_notice: (_state, _at, today) => [
    {
      servedOn: today,
      method: 'direct',
      heldAt: startOf(addDays(today, 30)),
      place: '',
      chair: somebody('leader', BUREAU),
    },
  ],
  record_hearing: (state, at) => [
    { heldOn: lawDateOf(state.hearing.notice?.heldAt ?? at), attended: true, record: '', opinion: '' },
  ],

  decide_on_spot: (state) =>
    ([null, 'small_fine'] as const).flatMap((collection) =>
      [penaltyFor(state), WARNING].map((penalty) => ({
        officers: officersOf(state),
        party: PARTY,
        place: '',
        facts: '',
        certificatesShown: true,
        statementHeard: true,
        penalty,
        collection,
      })),
    ),
  report_for_record: (_state, _at, today) => [{ reportedOn: today }],
  hand_in_fine: (_state, _at, today) => [{ handedInOn: today, receipt: '' }],
  bank_fine: (_state, _at, today) => [{ bankedOn: today, receipt: '' }],
  decide_penalty: (state) => [{ penalty: state.notices.at(-1)?.penalty ?? penaltyFor(state), reasons: '' }],
  announce_service: (_state, _at, today) => [{ announcedOn: today, where: '' }],
  serve_decision: (state, _at, today) => [
    { method: state.announcedOn === null ? 'direct' : 'public_notice', servedOn: today, note: '', proof: '' },
  ],
  publish_decision: (_state, _at, today) => [{ publishedOn: today, where: '' }],
  withdraw_publication: (_state, _at, today) => [{ withdrawnOn: today }],
  withdraw_decision: () => [{ reason: '' }],

  record_payment: (state, _at, today) =>
    [owedBy(state, today), 1].map((amount) => ({ amount, paidOn: today, receipt: '' })),
  record_performance: (_state, _at, today) => [{ performedOn: today, description: '' }],
  grant_deferral: (_state, _at, today) => [{ until: addDays(today, 90), instalments: [], reason: '' }],
  waive_late_fine: () => [{ reason: '' }],
  record_appeal: (_state, _at, today) => [{ kind: 'reconsideration', filedOn: today, body: '' }],
  end_appeal: (_state, _at, today) => [{ endedOn: today, result: 'upheld', note: '' }],
  give_demand_notice: (_state, _at, today) => [{ servedOn: today, method: 'direct' }],
  apply_to_court: (_state, _at, today) => [{ appliedOn: today, court: '' }],
  record_court_result: (_state, _at, today) =>
    (['enforced', 'refused'] as const).map((result) => ({ on: today, result, note: '' })),

  extend_period: (state) => Object.keys(state.clocks).map((clockId) => ({ clockId, number: 1, reason: '' })),
  suspend_case: () => [{ ground: 'awaiting_judgment', reason: '' }],
  resume_case: () => [{ reason: '' }],
  change_law: ({ law }) => [
    { law: { ...law, calendar: { ...law.calendar, version: `${law.calendar.version}+` } }, reason: '' },
  ],

  request_elevation: () => [{ reason: '' }],
  refuse_elevation: () => [{ reason: '' }],
  elevate: () => [{ reason: '' }],
  send_down: () => [{ reason: '' }],
  request_cooperation: () => [{ town: OTHER_TOWN, requirement: '' }],
  answer_cooperation: (state) => state.cooperation.map(({ id }) => ({ taskId: id, answer: '' })),
  ask_guidance: () => [{ question: '' }],
  answer_guidance: (state) => state.guidance.map(({ id }) => ({ guidanceId: id, answer: '' })),
  return_cooperation: (state) => state.cooperation.map(({ id }) => ({ taskId: id, reason: '' })),
  urge: () => [{ clockId: null, requirement: '', within: null }],
  supervise: () => [{ clockId: null, requirement: '', within: null, listed: false }],
  answer_urging: ({ urgings }) => urgings.map(({ id }) => ({ urgingId: id, answer: '' })),
  check_supervision: ({ urgings }) => urgings.map(({ id }) => ({ urgingId: id, good: true, opinion: '' })),
  appeal_overdue: ({ overdue }) => overdue.map(({ id }) => ({ overdueId: id, reason: '' })),
  judge_overdue_appeal: ({ overdue }) => overdue.map(({ id }) => ({ overdueId: id, granted: true, reason: '' })),
  dispute_jurisdiction: () => [{ with: OTHER_TOWN, reason: '' }],
  decide_jurisdiction: ({ town }) => [town, OTHER_TOWN].map((one) => ({ town: one, reason: '' })),
  report_crime: () => [{ facts: '' }],
  dismiss_crime_report: () => [{ reason: '' }],
  transfer_case: () => (['police', 'authority'] as const).map((to) => ({ to, body: '', reason: '' })),
  send_transfer: (_state, _at, today) => [{ sentOn: today, receipt: '' }],
  take_back_transfer: () => [{ reason: '' }],

  close_without_penalty: () => [{ reason: 'not_established', explanation: '' }],
  terminate_case: () => [{ ground: 'death', explanation: '' }],
  close_case: () => [{ summary: '' }],
  lapse_deadline: () => [{}],
  archive_case: (state) => [{ events: state.seq, head: '' }],
};
