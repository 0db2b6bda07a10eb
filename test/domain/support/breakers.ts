import type { ActInputs, ActName, CaseState, Measure, Penalty } from '../../../domain/case';
import { addDays, endOf, lawDateOf } from '../../../domain/time/lawDate';
import type { RefusalCode } from '../../../domain/refusal';
import { justBefore, later } from './aCase';
import { atNine } from './atNine';
import { fine, OTHER_TOWN, WARNING } from './inputs';
import { bureauOfficer, expired, handler, office } from './people';
import type { Ready } from './ready';

/** What is wrong, in words, where it makes an act refused, and with which code: one for each guard. */
export interface Breaker {
  readonly given: string;
  readonly code: RefusalCode;
  readonly wrong: (ready: Ready) => Partial<Ready>;
}

type Change = (ready: Ready) => Partial<CaseState>;
const inState = (given: string, code: RefusalCode, change: Change): Breaker => ({
  given,
  code,
  wrong: (ready) => ({ state: { ...ready.state, ...change(ready) } }),
});
type Input = Partial<{ [K in keyof ActInputs]: Partial<ActInputs[K]> }[ActName]>;
const inInput = (given: string, code: RefusalCode, change: (ready: Ready) => Input): Breaker => ({
  given,
  code,
  wrong: (ready) => ({ input: { ...ready.input, ...change(ready) } }),
});

/** Another one stands beside it that could be meant, so that only the check of the very one refuses. */
const besideAnother = (given: string, code: RefusalCode, change: Partial<Measure>): Breaker => ({
  given: `${given}, beside others`,
  code,
  wrong: ({ state, input }) => ({
    state: {
      ...state,
      measures: state.measures.flatMap((one) => [
        { ...one, ...change },
        { ...one, id: 'M9' },
      ]),
    },
    input: { ...input, measureId: state.measures[0]?.id ?? '' },
  }),
});

const MEASURE = { id: 'M9', kind: 'seizure', goods: '', approved: true, testing: false, disposal: null } as const;
const OPEN_APPEAL = { kind: 'reconsideration', filedOn: '2026-09-14', endedOn: null, result: null } as const;
const today = ({ at }: Ready) => lawDateOf(at);
const tomorrow = (ready: Ready) => addDays(today(ready), 1);
const hearing = (state: CaseState, change: Partial<CaseState['hearing']>) => ({
  hearing: { ...state.hearing, ...change },
});
const penaltyIn = (penalty: Penalty): Input => ({ penalty, proposal: penalty, conclusion: penalty });
const dayIn = (day: string): Input => ({
  servedOn: day,
  heldOn: day,
  requestedOn: day,
  reportedOn: day,
  handedInOn: day,
  bankedOn: day,
  announcedOn: day,
  publishedOn: day,
  withdrawnOn: day,
  performedOn: day,
  filedOn: day,
  endedOn: day,
  appliedOn: day,
  on: day,
  paidOn: day,
});
const ofTomorrow = (what: string) =>
  inInput(`a day of tomorrow for ${what}`, 'date_out_of_range', (ready) => dayIn(tomorrow(ready)));
const once = (given: string, change: Change, code: RefusalCode = 'already_on_record') => inState(given, code, change);
const lateNow = ({ state }: Ready) => endOf(state.service?.payBy ?? '');

/** On the spot a kind or a sum too much is refused before the article is asked. */
const NOTHING_IMPOSED = inInput('nothing imposed', 'penalty_empty', () => penaltyIn(fine(0)));

export function breakerOf(act: ActName, guard: string): Breaker {
  if (act === 'decide_on_spot' && guard === 'withinItemRange') return NOTHING_IMPOSED;
  const found = BREAKERS[guard];
  if (found === undefined) throw new Error(`nobody has said what breaks ${guard}`);
  return found;
}

/** By the name of the guard. */
const BREAKERS: Readonly<Record<string, Breaker>> = {
  // --- persons ---
  enoughCertifiedOfficers: inInput('one officer alone', 'officers_insufficient', ({ state }) => ({
    officers: [handler(state)],
  })),
  officersOfOwner: inInput('an officer of another town', 'officer_of_another_organisation', ({ state }) => ({
    officers: [handler(state), { ...handler(state, 2), org: OTHER_TOWN }],
  })),
  actorAmongOfficers: inInput('two others’ names', 'actor_not_among_officers', ({ state }) => ({
    officers: [handler(state, 2), handler(state, 3)],
  })),
  actorIsCertified: {
    given: 'somebody whose certificate has run out',
    code: 'officer_uncertified',
    wrong: ({ by }) => ({ by: expired(by) }),
  },
  actorHasNoOtherPart: inState('whoever reviewed the case', 'reviewer_investigated', ({ state, by }) => ({
    reviews: [{ reviewer: by.id, verdict: 'return', opinion: '', at: state.updatedAt }],
  })),
  noRecusalPending: inState('a recusal that nobody has decided', 'recusal_pending', () => ({
    recusals: [{ id: 'R9', person: 'somebody', reason: '', granted: null }],
  })),
  recusalPending: inState('no recusal that waits', 'recusal_unknown', () => ({ recusals: [] })),
  somethingToExtend: inState('no period that may be extended', 'extension_not_allowed', () => ({ clocks: {} })),
  someTaskAnswered: inState('no task that was answered', 'cooperation_unknown', () => ({ cooperation: [] })),
  measureHeld: inState('nothing that is held', 'measure_unknown', () => ({ measures: [] })),
  seizureHeld: inState('nothing that is seized', 'measure_unknown', () => ({ measures: [] })),
  measureUnapproved: inState('nothing that waits for approval', 'already_on_record', ({ state }) => ({
    measures: state.measures.map((measure) => ({ ...measure, approved: true })),
  })),
  testingUnderWay: inState('nothing that is being tested', 'testing_not_running', ({ state }) => ({
    measures: state.measures.map((measure) => ({ ...measure, testing: false })),
  })),
  personOnTheCase: inInput('somebody who has nothing to do with it', 'not_on_the_case', () => ({
    person: office(OTHER_TOWN),
  })),
  recusalIsOpen: inInput('a recusal that nobody asked for', 'recusal_unknown', () => ({ recusalId: 'R9' })),
  reviewerIsQualified: {
    given: 'a reviewer without the qualification',
    code: 'reviewer_unqualified',
    wrong: ({ by }) => ({ by: { ...by, qualified: false } }),
  },
  reviewerDidNotInvestigate: inState('a reviewer who investigated', 'reviewer_investigated', ({ by }) => ({
    investigators: [by.id],
  })),
  reviewerDidNotChair: inState('a reviewer who chaired', 'reviewer_chaired', ({ state, by }) =>
    hearing(state, { notice: { servedOn: '2026-09-14', heldAt: '2026-09-25T01:00:00.000Z', chair: by.id } }),
  ),
  chairIsNeutral: inInput('a chair who investigated', 'chair_not_neutral', ({ state }) => ({
    chair: { ...bureauOfficer(), id: state.investigators[0] ?? '' },
  })),
  actorIsTheChair: inState('somebody else’s hearing', 'not_the_chair', ({ state }) =>
    hearing(state, { notice: { servedOn: '2026-09-14', heldAt: '2026-09-15T01:00:00.000Z', chair: 'somebody-else' } }),
  ),
  leadersDiscuss: inInput('a leader who discusses alone', 'officers_insufficient', ({ by }) => ({
    participants: [by, by],
  })),

  // --- dispatch, cooperation, jurisdiction ---
  dispatchNotInsisted: inState('a dispatch that the centre insisted on', 'dispatch_insisted', () => ({
    insisted: true,
  })),
  anotherTown: inInput('the town that returned it', 'same_town', ({ state }) => ({ town: state.town })),
  notJoinedYet: inInput('a report that has joined', 'report_already_joined', () => ({ clueId: 'clue-1' })),
  reportInCase: inInput('a report of another case', 'report_unknown', () => ({ clueId: 'clue-of-another' })),
  moreThanOneReport: inState('the only report', 'last_report', ({ state }) => ({
    clueIds: state.clueIds.slice(0, 1),
  })),
  notFiledYet: inState('a case that was filed', 'case_filed', ({ state }) => ({ filedAt: state.updatedAt })),
  notTransferred: inState('a case that goes to another body', 'act_not_open', () => ({
    transfer: { to: 'authority', body: '', sentOn: null },
  })),
  intoOpenCase: inInput('a case that is over', 'merge_target_closed', () => ({
    into: { caseId: 'CZ2025-000001', openedAt: '2025-01-01T00:00:00.000Z', closed: true },
  })),
  intoEarlierCase: inInput('a case that came later', 'merge_into_earlier', () => ({
    into: { caseId: 'CZ2099-000001', openedAt: '2099-01-01T00:00:00.000Z', closed: false },
  })),
  returnsLeft: inState('a clue that was returned twice', 'dispatch_final', () => ({ returns: 2 })),
  noCooperationOpen: inState('a town that hasn’t answered', 'cooperation_open', () => ({
    cooperation: [{ id: 'C9', town: OTHER_TOWN, requirement: '', answer: null, returns: 0, open: true }],
  })),
  clockIsKnown: inInput('a duty that nobody has', 'clock_unknown', () => ({ clockId: 'hearing' })),
  listedByLeader: inInput('a supervisor who lists', 'not_competent', () => ({ listed: true })),
  urgingIsOpen: inInput('an urging that nobody made', 'urging_unknown', () => ({ urgingId: 'U9' })),
  askedBySomebodyElse: inState('whoever asked', 'own_matter', ({ state, by }) => ({
    urgings: state.urgings.map((one) => ({ ...one, by: by.id })),
  })),
  someOrderAnswered: inState('no order that was answered', 'urging_unknown', () => ({ urgings: [] })),
  orderIsAnswered: inInput('an order that nobody gave', 'urging_unknown', () => ({ urgingId: 'D9' })),
  answeredBySomebodyElse: inState('whoever answered', 'own_matter', ({ state, by }) => ({
    urgings: state.urgings.map((one) => ({ ...one, answeredBy: by.id })),
  })),
  overdueToAppeal: inInput('a lateness that nobody has', 'overdue_unknown', () => ({ overdueId: 'O9' })),
  someAppealToJudge: inState('no appeal', 'overdue_unknown', ({ state }) => ({
    overdue: state.overdue.map((one) => ({ ...one, appeal: null })),
  })),
  appealIsToJudge: inInput('an appeal that nobody made', 'overdue_unknown', () => ({ overdueId: 'O9' })),
  judgedBySomebodyElse: inState('whoever was late', 'own_matter', ({ state, by }) => ({
    overdue: state.overdue.map((one) => ({ ...one, person: by.id })),
  })),
  someGuidanceAsked: inState('no question that waits', 'guidance_unknown', () => ({ guidance: [] })),
  guidanceIsOpen: inInput('a question that nobody asked', 'guidance_unknown', () => ({ guidanceId: 'G9' })),
  taskIsOpen: inInput('a task that nobody gave', 'cooperation_unknown', () => ({ taskId: 'C9' })),
  taskIsAnswered: inInput('a task that nobody answered', 'cooperation_unknown', () => ({ taskId: 'C9' })),
  notAskedYet: once(
    'a request that the bureau hasn’t answered',
    () => ({ elevationAsked: '' }),
    'elevation_already_requested',
  ),
  elevationNotAsked: once(
    'a request that the bureau hasn’t answered',
    () => ({ elevationAsked: '' }),
    'elevation_already_requested',
  ),
  elevationAsked: inState('no request', 'elevation_not_requested', () => ({ elevationAsked: null })),
  mayGoDown: inState('an item that was never a town’s', 'item_not_delegated', ({ state }) => ({
    item: { ...state.item, delegated: false },
  })),
  noDisputeOpen: inState('a dispute of whose it is', 'jurisdiction_disputed', () => ({
    jurisdiction: { with: OTHER_TOWN, reason: '' },
  })),
  disputeOpen: inState('no dispute', 'jurisdiction_not_disputed', () => ({ jurisdiction: null })),
  disputeWithAnother: inInput('a dispute with itself', 'same_town', ({ state }) => ({ with: state.town })),

  // --- investigation ---
  verifiedAsViolation: inState('nothing found on the scene', 'no_violation_found', ({ state }) => ({
    verification: { violation: false, facts: '', at: state.updatedAt },
  })),
  noRectificationOpen: inState('an order that nobody has checked', 'rectification_open', () => ({
    rectification: { requirement: '', until: '2026-09-20', result: null },
  })),
  rectificationOpen: inState('no order', 'rectification_not_ordered', () => ({ rectification: null })),
  untilNotPast: inInput('a day that is past', 'date_out_of_range', (ready) => ({ until: addDays(today(ready), -1) })),
  groundOnFile: inInput('nothing put right', 'grounds_missing', () => ({ reason: 'put_right' })),
  askedOfAnother: inInput('the organisation that has it', 'same_town', ({ state }) => ({ town: state.owner })),
  firstOffence: {
    given: 'a first offence of nobody known',
    code: 'party_unknown',
    wrong: ({ state, input }) => ({
      state: {
        ...state,
        party: null,
        rectification: { requirement: '', until: '2026-09-20', result: { rectified: true, facts: '' } },
      },
      input: { ...input, reason: 'first_and_slight' },
    }),
  },
  noRepeatOffender: inInput('the third time in a year', 'repeat_offender', () => ({
    party: {
      personId: 'P-1',
      kind: 'citizen',
      addressKnown: true,
      earlier: { by: 'id_number', since: '2024-09-14', cases: [], repeats: 3 },
    },
  })),
  evidenceOnFile: inState('no evidence', 'evidence_missing', () => ({ evidence: [] })),
  certificatesShown: inInput('no certificate shown', 'certificates_not_shown', () => ({ certificatesShown: false })),
  recordedInOrder: inInput('a record that ends a millisecond from now', 'date_out_of_range', ({ at }) => ({
    until: later(at, 1),
  })),
  committedInThePast: inInput('an act of tomorrow', 'date_out_of_range', (ready) => ({ committedOn: tomorrow(ready) })),
  withinLimitation: inInput('an act of more than two years ago', 'limitation_passed', () => ({
    committedOn: '2024-09-13',
  })),
  noCrimeReportOpen: inState('a crime reported', 'crime_report_open', () => ({ crimeReported: true })),
  crimeReportOpen: inState('no crime reported', 'no_crime_report', () => ({ crimeReported: false })),
  policeOnReport: inInput('no report for the police', 'no_crime_report', () => ({ to: 'police' })),
  isTransferred: inState('no transfer', 'not_transferred', () => ({ transfer: null })),
  transferNotSentYet: once('a transfer that was sent', () => ({
    transfer: { to: 'authority', body: '', sentOn: '2026-09-14' },
  })),
  transferSent: inState('a transfer that wasn’t sent', 'transfer_not_sent', () => ({
    transfer: { to: 'authority', body: '', sentOn: null },
  })),
  terminationGroundHolds: {
    given: 'a limitation that runs',
    code: 'limitation_running',
    wrong: ({ state, input }) => ({
      state: { ...state, violation: { committedOn: '2026-09-01', harm: false } },
      input: { ...input, ground: 'limitation' },
    }),
  },

  // --- measures ---
  approvedOrEmergency: inInput('no approval and no emergency', 'approval_missing', () => ({ emergency: false })),
  takerNamed: inInput('two others’ names', 'actor_not_among_officers', ({ state }) => ({
    officers: [handler(state, 2), handler(state, 3)],
  })),
  measureIsOpen: besideAnother('goods that were given back', 'measure_unknown', { disposal: 'returned' }),
  awaitsApproval: besideAnother('a measure that is approved', 'already_on_record', { approved: true }),
  testingAllowed: inInput('nothing told in writing', 'not_told_in_writing', () => ({ toldInWriting: false })),
  testingRuns: besideAnother('goods that nobody tests', 'testing_not_running', { testing: false }),
  noMeasureOpen: inState('goods that are still held', 'measure_open', () => ({ measures: [MEASURE] })),

  // --- penalty ---
  withinItemRange: inInput('nothing that the article names', 'penalty_not_allowed', () =>
    penaltyIn(fine(0, { others: ['吊销许可证件'] })),
  ),
  withinSummaryLimit: inInput('201 yuan of a citizen', 'summary_limit_exceeded', () => penaltyIn(fine(201))),
  summaryKindsOnly: inInput('a confiscation', 'summary_kind_exceeded', () => penaltyIn(fine(0, { confiscation: 1 }))),
  collectionAllowed: inInput('101 yuan collected', 'collection_not_allowed', () => penaltyIn(fine(101))),
  rightsTold: inInput('a party who wasn’t heard', 'statement_not_heard', () => ({ statementHeard: false })),

  // --- review, discussion, notice, hearing ---
  reviewPassed: {
    given: 'a proposal that owed a review which doesn’t stand, and a warning in its place',
    code: 'review_missing',
    wrong: ({ state, input }) => ({
      state: { ...state, grade: 'town', proposal: fine(6_000), reviewStands: false },
      input: { ...input, penalty: WARNING },
    }),
  },
  reviewCovers: {
    given: 'a penalty that owes a review which the proposal didn’t',
    code: 'review_missing',
    wrong: ({ state, input }) => ({
      state: {
        ...state,
        grade: 'town',
        proposal: fine(0),
        reviewStands: false,
        discussion: null,
        notices: state.notices.map((notice) => ({ ...notice, penalty: fine(6_000) })),
      },
      input: { ...input, penalty: fine(6_000) },
    }),
  },
  discussedWhereDue: inState('another conclusion', 'discussion_not_followed', () => ({
    discussion: { heldOn: '2026-09-14', participants: ['a', 'b'], conclusion: fine(5_000) },
  })),
  discussedByToday: ofTomorrow('the discussion'),
  noticeGiven: inState('no notice', 'notice_missing', () => ({ notices: [] })),
  noticeServedByToday: ofTomorrow('the notice'),
  noHeavierNotice: {
    given: 'a lighter notice that was answered',
    code: 'heavier_than_noticed',
    wrong: ({ state, input }) => ({
      input: { ...input, penalty: fine(20_000) },
      state: {
        ...state,
        notices: [
          {
            penalty: fine(5_000),
            answered: true,
            at: state.updatedAt,
            servedOn: '2026-09-14',
            statementUntil: state.updatedAt,
            hearingUntil: null,
          },
        ],
      },
    }),
  },
  notHeavierThanNoticed: {
    given: 'a lighter notice',
    code: 'heavier_than_noticed',
    wrong: ({ state, input }) => ({
      input: { ...input, penalty: fine(20_000) },
      state: { ...state, notices: state.notices.map((notice) => ({ ...notice, penalty: fine(5_000) })) },
    }),
  },
  statementPeriodOver: inState('time left to speak', 'statement_period_running', ({ state, at }) => ({
    statements: [],
    notices: state.notices.map((notice) => ({ ...notice, statementUntil: later(at, 1) })),
  })),
  statementsWeighed: inState('a defence that nobody weighed', 'statement_not_weighed', ({ state }) => ({
    statements: state.statements.map((one) => ({ ...one, raised: true })),
  })),
  partyRegistered: inState('nobody registered', 'party_unknown', () => ({ party: null })),
  onlyLearned: inInput('a citizen for an organisation', 'party_unknown', ({ state }) => ({
    party: {
      personId: state.party?.personId ?? '',
      addressKnown: true,
      kind: state.party?.kind === 'citizen' ? ('organisation' as const) : ('citizen' as const),
    },
  })),
  partyAddressKnown: inState('a party without an address', 'party_address_missing', ({ state }) => ({
    party: state.party === null ? null : { ...state.party, addressKnown: false },
  })),
  somethingToWeigh: inState('no defence', 'statement_nothing_to_weigh', () => ({ statements: [] })),
  hearingIsDue: inState('a penalty that owes no hearing', 'hearing_not_due', ({ state }) => ({
    notices: state.notices.map((notice) => ({ ...notice, hearingUntil: null })),
  })),
  hearingNotHeldYet: inState('a hearing that was held', 'hearing_on_record', ({ state }) =>
    hearing(state, { heldOn: '2026-09-25' }),
  ),
  hearingNotRequestedYet: once('a request on file', ({ state }) => hearing(state, { requestedOn: '2026-09-14' })),
  hearingNotWaivedYet: once('a waiver on file', ({ state }) => hearing(state, { waived: true })),
  hearingRequested: inState('no request', 'hearing_not_requested', ({ state }) =>
    hearing(state, { requestedOn: null }),
  ),
  hearingNoticed: inState('a hearing that nobody was told of', 'hearing_not_noticed', ({ state }) =>
    hearing(state, { notice: null }),
  ),
  requestedInTime: inState('a request after its five days', 'hearing_request_late', ({ state, at }) => ({
    notices: state.notices.map((notice) => ({ ...notice, hearingUntil: endOf(addDays(lawDateOf(at), -1)) })),
  })),
  noticedInTime: inInput('a hearing tomorrow', 'hearing_notice_short', (ready) => ({
    heldAt: atNine(tomorrow(ready)),
  })),
  heldOnTheDay: inInput('a hearing before its day', 'date_out_of_range', ({ state }) => ({
    heldOn: addDays(lawDateOf(state.hearing.notice?.heldAt ?? ''), -1),
  })),
  hearingConcluded: inState('a hearing that was asked for and not held', 'hearing_pending', ({ state, at }) => ({
    ...hearing(state, { requestedOn: '2026-09-14' }),
    notices: state.notices.map((notice) => ({ ...notice, hearingUntil: at })),
  })),
  noHearingPending: inState('a hearing that was asked for and not held', 'hearing_pending', ({ state }) =>
    hearing(state, { requestedOn: '2026-09-14' }),
  ),

  // --- service and performance ---
  servedBetweenDecisionAndToday: ofTomorrow('the service'),
  serviceIsProved: inInput('left without a witness', 'proof_missing', () => ({ method: 'left' })),
  announcementOver: inInput('no announcement', 'not_announced', () => ({ method: 'public_notice' })),
  announcedByToday: ofTomorrow('the announcement'),
  notAnnouncedYet: once('an announcement on file', () => ({ announcedOn: '2026-09-14' })),
  collectedByToday: ofTomorrow('the money'),
  fineToHandIn: once('nothing collected', () => ({ collection: null })),
  fineToBank: once('nothing handed in', () => ({ collection: null })),
  collectedFineBanked: inState('a fine that isn’t banked', 'collected_fine_not_banked', () => ({
    collection: { ground: 'small_fine', handedInOn: '2026-09-14', bankedOn: null },
  })),
  notReportedYet: once('a report on file', () => ({ reportedForRecordOn: '2026-09-14' })),
  reportedWhereOnSpot: inState('nothing reported for record', 'not_reported_for_record', ({ state }) => ({
    decision: state.decision === null ? null : { ...state.decision, onSpot: true },
    reportedForRecordOn: null,
  })),
  reportedByToday: ofTomorrow('the report'),
  decisionToWithdraw: inState('no decision', 'act_not_open', () => ({ decision: null })),
  decisionServed: inState('nothing served', 'act_not_open', () => ({ service: null })),
  paidWithinOwed: inInput('more than is owed', 'payment_exceeds_fine', () => ({ amount: 50_000.01 })),
  somethingToPerform: inState('nothing left to do', 'nothing_to_perform', ({ at }) => ({ performedOn: lawDateOf(at) })),
  performedByToday: ofTomorrow('the performance'),
  moneyOwed: inState('nothing owed', 'nothing_to_perform', ({ state, at }) => ({
    payments: [{ amount: 1e9, paidOn: state.service?.servedOn ?? lawDateOf(at) }],
  })),
  fineOwed: inState('nothing owed', 'nothing_to_perform', ({ state, at }) => ({
    payments: [{ amount: 1e9, paidOn: state.service?.servedOn ?? lawDateOf(at) }],
  })),
  deferralAddsUp: inInput('instalments of one yuan', 'instalments_unequal', (ready) => ({
    instalments: [{ dueOn: tomorrow(ready), amount: 1 }],
  })),
  noAppealOpen: inState('a review that goes on', 'appeal_open', () => ({ appeals: [OPEN_APPEAL] })),
  appealOpen: inState('no review or suit', 'appeal_unknown', () => ({ appeals: [] })),
  reviewBeforeSuit: ofTomorrow('the appeal'),
  endedAfterFiled: ofTomorrow('its end'),
  publicationTakenDown: inState('an old decision still published', 'publication_not_withdrawn', () => ({
    publishedOn: '2026-09-14',
    decision: null,
  })),
  publicationToWithdraw: inState('nothing published', 'not_published', () => ({ publishedOn: null })),
  notPublishedYet: once('a publication on file', () => ({ publishedOn: '2026-09-14' })),
  publishedByToday: ofTomorrow('the publication'),
  notPerformedInTime: {
    given: 'a millisecond before the last day to pay is over',
    code: 'payment_not_due',
    wrong: (ready) => ({ at: justBefore(lateNow(ready)) }),
  },
  demandedAfterDue: ofTomorrow('the demand'),
  demandWaited: inState('a millisecond left of the ten working days', 'demand_period_running', ({ at }) => ({
    demand: { servedOn: '2026-10-08', waitUntil: later(at, 1) },
  })),
  withinCourtWindow: {
    given: 'a millisecond left of the time for review and suit',
    code: 'remedies_running',
    wrong: ({ at }) => ({ at: justBefore(at) }),
  },
  notAppliedYet: once('an application on file', () => ({
    court: { appliedOn: '2026-09-14', court: '', result: null },
  })),
  appliedByToday: ofTomorrow('the application'),
  courtApplied: inState('no application', 'court_not_applied', () => ({ court: null })),
  resultAfterApplication: ofTomorrow('the answer'),

  // --- clocks ---
  mayExtend: inInput('eleven days where ten are the most', 'extension_not_allowed', () => ({ number: 11 })),
  isSuspended: inState('a case that goes on', 'not_suspended', () => ({ suspended: null })),
};
