import { ARTICLES } from '../articles';
import type { Stage } from '../case';
import { isSuspended, mayExtend, somethingToExtend } from './guards/clocks';
import {
  anotherTown,
  askedOfAnother,
  disputeOpen,
  disputeWithAnother,
  dispatchNotInsisted,
  elevationAsked,
  guidanceIsOpen,
  intoEarlierCase,
  intoOpenCase,
  mayGoDown,
  moreThanOneReport,
  noDisputeOpen,
  notAskedYet,
  notFiledYet,
  notJoinedYet,
  reportInCase,
  returnsLeft,
  someGuidanceAsked,
  someTaskAnswered,
  taskIsAnswered,
  taskIsOpen,
} from './guards/cooperation';
import {
  crimeReportOpen,
  groundOnFile,
  isTransferred,
  noCrimeReportOpen,
  noRectificationOpen,
  partyRegistered,
  onlyLearned,
  notTransferred,
  policeOnReport,
  rectificationOpen,
  terminationGroundHolds,
  transferNotSentYet,
  transferSent,
  untilNotPast,
} from './guards/investigation';
import { firstOffence } from './guards/earlier';
import { noMeasureOpen } from './guards/measures';
import {
  actorIsCertified,
  noRecusalPending,
  officersOfOwner,
  personOnTheCase,
  recusalIsOpen,
  recusalPending,
} from './guards/officers';
import {
  appealOpen,
  collectedFineBanked,
  decisionServed,
  endedAfterFiled,
  moneyOwed,
  noAppealOpen,
  notPublishedYet,
  paidWithinOwed,
  publicationTakenDown,
  publicationToWithdraw,
  publishedByToday,
  reportedWhereOnSpot,
  reviewBeforeSuit,
  appliedByToday,
  courtApplied,
  deferralAddsUp,
  fineOwed,
  demandedAfterDue,
  demandWaited,
  notAppliedYet,
  notPerformedInTime,
  resultAfterApplication,
  withinCourtWindow,
} from './guards/performance';
import {
  answeredBySomebodyElse,
  appealIsToJudge,
  askedBySomebodyElse,
  clockIsKnown,
  judgedBySomebodyElse,
  listedByLeader,
  orderIsAnswered,
  overdueToAppeal,
  someAppealToJudge,
  someOrderAnswered,
  urgingIsOpen,
} from './guards/supervision';
import type { Procedure, Who } from './procedure';

/** What both procedures share: dispatch, verification, putting right, cooperation, other bodies, payment, the end. */

const TOWN_GRADES = ['town', 'town_bureau_review'] as const;

/** Who handles a case, by the grade: the town's officers, or the bureau's. */
export const HANDLERS: readonly Who[] = [
  { role: 'town_officer', of: 'owner', grades: TOWN_GRADES },
  { role: 'bureau_officer', of: 'owner', grades: ['bureau'] },
];

/** Who approves, decides and closes, by the grade. A town never does it in a bureau's case. */
export const DECIDERS: readonly Who[] = [
  { role: 'town_office', of: 'owner', grades: TOWN_GRADES },
  { role: 'leader', of: 'owner', grades: ['bureau'] },
];

const ANY_LEADER: readonly Who[] = [{ role: 'leader', of: 'any' }];
const OWNING_BUREAU: readonly Who[] = [
  { role: 'bureau_officer', of: 'owner', grades: ['bureau'] },
  { role: 'leader', of: 'owner', grades: ['bureau'] },
];
/** Who may ask a town for help in a case: whoever has it. */
const ASKING: readonly Who[] = [...OWNING_BUREAU, { role: 'town_office', of: 'owner', grades: TOWN_GRADES }];
/** 督查, and the leaders above them. */
const SUPERVISORS: readonly Who[] = [
  { role: 'supervisor', of: 'any' },
  { role: 'leader', of: 'any' },
];
/** Who answers for the organisation that is meant; a reviewer reviews and does nothing else, so a leader answers for them. */
const answering = (of: 'urged' | 'late'): readonly Who[] =>
  (['town_officer', 'town_office', 'dispatcher', 'bureau_officer', 'leader'] as const).map((role) => ({
    role,
    of,
  }));
const SYSTEM_ONLY: readonly Who[] = [{ role: 'system', of: 'any' }];

/** From the scene to the decision: where a case may be suspended, transferred, put to an end. */
export const UNDECIDED: readonly Stage[] = ['verify', 'file', 'investigation', 'review', 'notice', 'decision'];
const BEFORE_DECISION: readonly Stage[] = ['dispatch', 'accept', ...UNDECIDED];
const AFTER_DECISION: readonly Stage[] = ['service', 'performance', 'close'];
const WORKING: readonly Stage[] = [...UNDECIDED, 'service', 'performance'];
export const OPEN: readonly Stage[] = [...BEFORE_DECISION, ...AFTER_DECISION];

export const COMMON_STAGES: Procedure['stages'] = {
  dispatch: { period: 'dispatch' },
  accept: { period: 'accept' },
  verify: { period: 'verify' },
  file: { period: 'file' },
  investigation: { period: 'investigation' },
  review: { period: 'review' },
  notice: { period: 'notice' },
  decision: { period: 'decide' },
  service: { period: 'service' },
  performance: { period: 'payment' },
  close: { period: 'close' },
  archive: { period: 'archive' },
  archived: { period: null },
};

export const COMMON_ACTS: Procedure['acts'] = {
  // --- dispatch ---
  accept: {
    at: ['accept'],
    by: [...HANDLERS, ...DECIDERS],
    article: ARTICLES.delegation,
    requires: [],
    checks: [officersOfOwner],
  },
  return_dispatch: {
    at: ['accept'],
    by: [
      { role: 'town_officer', of: 'owner', grades: TOWN_GRADES },
      { role: 'town_office', of: 'owner', grades: TOWN_GRADES },
    ],
    article: null,
    requires: [dispatchNotInsisted, returnsLeft],
    checks: [],
  },
  redispatch: {
    at: ['dispatch'],
    by: [{ role: 'dispatcher', of: 'any' }],
    article: null,
    requires: [],
    checks: [anotherTown],
  },
  insist_dispatch: {
    at: ['dispatch'],
    by: [{ role: 'dispatcher', of: 'any' }],
    article: null,
    requires: [],
    checks: [],
  },
  assign: {
    at: ['verify', 'file', 'investigation', 'notice', 'decision', 'service', 'performance'],
    by: DECIDERS,
    article: ARTICLES.officers,
    requires: [],
    checks: [officersOfOwner],
  },
  join_report: {
    at: OPEN,
    by: [
      { role: 'system', of: 'any' },
      { role: 'dispatcher', of: 'any' },
    ],
    article: null,
    requires: [],
    checks: [notJoinedYet],
    whileSuspended: true,
  },

  split_report: {
    at: OPEN,
    by: [{ role: 'dispatcher', of: 'any' }],
    article: null,
    requires: [moreThanOneReport],
    checks: [reportInCase],
    whileSuspended: true,
  },
  // Nothing against a party may be under way: what is measured, ordered or asked for is finished in its own case.
  merge_case: {
    at: OPEN,
    by: [{ role: 'dispatcher', of: 'any' }],
    article: ARTICLES.filing,
    requires: [
      notFiledYet,
      noMeasureOpen,
      noRectificationOpen,
      noRecusalPending,
      noCrimeReportOpen,
      noDisputeOpen,
      notTransferred,
      publicationTakenDown,
    ],
    checks: [intoOpenCase, intoEarlierCase],
  },

  // --- on the scene ---
  verify: {
    at: ['verify'],
    by: HANDLERS,
    article: ARTICLES.filing,
    requires: [actorIsCertified],
    checks: [],
  },
  order_rectification: {
    at: ['verify', 'file', 'investigation'],
    by: HANDLERS,
    article: ARTICLES.rectify,
    requires: [actorIsCertified, noRectificationOpen],
    checks: [untilNotPast],
  },
  check_rectification: {
    at: ['verify', 'file', 'investigation'],
    by: HANDLERS,
    article: ARTICLES.rectify,
    requires: [actorIsCertified, rectificationOpen],
    checks: [],
    whileSuspended: true,
  },
  ask_recusal: {
    at: WORKING,
    by: [...HANDLERS, ...DECIDERS],
    article: ARTICLES.recusal,
    requires: [],
    checks: [personOnTheCase],
  },
  // A leader of the bureau too: the recusal of whoever would decide it is decided above them (行政处罚法 43).
  decide_recusal: {
    at: OPEN,
    by: [...DECIDERS, ...ANY_LEADER],
    article: ARTICLES.recusal,
    requires: [recusalPending],
    checks: [recusalIsOpen],
    whileSuspended: true,
  },

  // --- after the decision ---
  complete_party: {
    at: ['investigation', 'review', 'notice', 'decision', 'service', 'performance', 'close'],
    by: [...HANDLERS, ...DECIDERS],
    article: ARTICLES.decisionPaper,
    requires: [partyRegistered],
    checks: [onlyLearned],
    whileSuspended: true,
  },
  publish_decision: {
    at: ['performance', 'close'],
    by: [...HANDLERS, ...DECIDERS],
    article: ARTICLES.publication,
    requires: [decisionServed, notPublishedYet],
    checks: [publishedByToday],
  },
  withdraw_publication: {
    at: OPEN,
    by: [...HANDLERS, ...DECIDERS],
    article: ARTICLES.publication,
    requires: [publicationToWithdraw],
    checks: [publishedByToday],
    whileSuspended: true,
  },
  record_payment: {
    at: ['performance'],
    by: [...HANDLERS, ...DECIDERS],
    article: ARTICLES.payment,
    requires: [moneyOwed],
    checks: [paidWithinOwed],
    whileSuspended: true,
  },
  record_appeal: {
    at: ['performance', 'close'],
    by: [...HANDLERS, ...DECIDERS],
    article: ARTICLES.appeal,
    requires: [decisionServed, noAppealOpen],
    checks: [reviewBeforeSuit],
    whileSuspended: true,
  },
  end_appeal: {
    at: ['performance', 'close'],
    by: [...HANDLERS, ...DECIDERS],
    article: ARTICLES.appeal,
    requires: [appealOpen],
    checks: [endedAfterFiled],
    whileSuspended: true,
  },

  grant_deferral: {
    at: ['performance'],
    by: DECIDERS,
    article: ARTICLES.deferral,
    requires: [fineOwed],
    checks: [deferralAddsUp],
  },
  waive_late_fine: {
    at: ['performance'],
    by: DECIDERS,
    article: ARTICLES.settlement,
    requires: [moneyOwed],
    checks: [],
  },
  give_demand_notice: {
    at: ['performance'],
    by: [...HANDLERS, ...DECIDERS],
    article: ARTICLES.demandNotice,
    requires: [notPerformedInTime],
    checks: [demandedAfterDue],
  },
  apply_to_court: {
    at: ['performance'],
    by: DECIDERS,
    article: ARTICLES.courtApplication,
    requires: [notPerformedInTime, withinCourtWindow, demandWaited, notAppliedYet],
    checks: [appliedByToday],
  },
  record_court_result: {
    at: ['performance'],
    by: [...HANDLERS, ...DECIDERS],
    article: ARTICLES.courtApplication,
    requires: [courtApplied],
    checks: [resultAfterApplication],
    whileSuspended: true,
  },

  // --- clocks ---
  extend_period: {
    at: OPEN,
    by: DECIDERS,
    article: ARTICLES.decisionPeriod,
    requires: [somethingToExtend],
    checks: [mayExtend],
    whileSuspended: true,
  },
  suspend_case: {
    at: WORKING,
    by: DECIDERS,
    article: ARTICLES.decisionPeriod,
    requires: [],
    checks: [],
  },
  resume_case: {
    at: OPEN,
    by: DECIDERS,
    article: ARTICLES.decisionPeriod,
    requires: [isSuspended],
    checks: [],
    whileSuspended: true,
  },
  change_law: {
    at: [...OPEN, 'archive'],
    by: [{ role: 'admin', of: 'any' }],
    article: null,
    requires: [],
    checks: [],
    whileSuspended: true,
  },

  // --- the bureau and other bodies ---
  request_elevation: {
    at: ['accept', ...UNDECIDED],
    by: [{ role: 'town_office', of: 'owner', grades: TOWN_GRADES }],
    article: ARTICLES.delegation,
    requires: [notAskedYet],
    checks: [],
  },
  refuse_elevation: {
    at: BEFORE_DECISION,
    by: [{ role: 'leader', of: 'any', grades: TOWN_GRADES }],
    article: ARTICLES.delegation,
    requires: [elevationAsked],
    checks: [],
  },
  elevate: {
    at: [...BEFORE_DECISION, 'service'],
    by: [
      { role: 'leader', of: 'any', grades: TOWN_GRADES },
      { role: 'supervisor', of: 'any', grades: TOWN_GRADES },
    ],
    article: ARTICLES.delegation,
    requires: [],
    checks: [],
    whileSuspended: true,
  },
  send_down: {
    at: ['accept', 'verify', 'file', 'investigation'],
    by: [{ role: 'leader', of: 'owner', grades: ['bureau'] }],
    article: ARTICLES.delegation,
    requires: [mayGoDown],
    checks: [],
  },
  // A town asks another too: what reaches over a border is one case with tasks, and not two cases (行政处罚法 26).
  request_cooperation: {
    at: ['verify', 'file', 'investigation', 'service', 'performance'],
    by: ASKING,
    article: ARTICLES.assistance,
    requires: [],
    checks: [askedOfAnother],
  },
  answer_cooperation: {
    at: OPEN,
    by: [
      { role: 'town_officer', of: 'cooperating_town' },
      { role: 'town_office', of: 'cooperating_town' },
    ],
    article: ARTICLES.assistance,
    requires: [],
    checks: [taskIsOpen],
    whileSuspended: true,
  },
  return_cooperation: {
    at: ['verify', 'file', 'investigation', 'service', 'performance'],
    by: ASKING,
    article: ARTICLES.assistance,
    requires: [someTaskAnswered],
    checks: [taskIsAnswered],
  },
  // 行政处罚法 24: who hands powers down goes on guiding how they are used. Not a reviewer: they would review their own advice.
  ask_guidance: {
    at: WORKING,
    by: [
      { role: 'town_officer', of: 'owner', grades: TOWN_GRADES },
      { role: 'town_office', of: 'owner', grades: TOWN_GRADES },
    ],
    article: ARTICLES.delegation,
    requires: [],
    checks: [],
  },
  answer_guidance: {
    at: OPEN,
    by: [{ role: 'bureau_officer', of: 'any' }, ...ANY_LEADER],
    article: ARTICLES.delegation,
    requires: [someGuidanceAsked],
    checks: [guidanceIsOpen],
    whileSuspended: true,
  },
  dispute_jurisdiction: {
    at: ['accept', 'verify', 'file', 'investigation'],
    by: [{ role: 'town_office', of: 'owner', grades: TOWN_GRADES }],
    article: ARTICLES.jurisdiction,
    requires: [noDisputeOpen],
    checks: [disputeWithAnother],
  },
  // Nothing goes past the investigation while it is open, so whoever is named finds nothing noticed or reviewed.
  decide_jurisdiction: {
    at: ['dispatch', 'accept', 'verify', 'file', 'investigation'],
    by: [{ role: 'leader', of: 'any', grades: TOWN_GRADES }],
    article: ARTICLES.jurisdiction,
    requires: [disputeOpen],
    checks: [],
    whileSuspended: true,
  },
  report_crime: {
    at: UNDECIDED,
    by: HANDLERS,
    article: ARTICLES.crime,
    requires: [noCrimeReportOpen],
    checks: [],
  },
  dismiss_crime_report: {
    at: OPEN,
    by: DECIDERS,
    article: ARTICLES.crime,
    requires: [crimeReportOpen],
    checks: [],
    whileSuspended: true,
  },
  transfer_case: {
    at: UNDECIDED,
    by: DECIDERS,
    article: ARTICLES.crime,
    requires: [noMeasureOpen, noRectificationOpen, noRecusalPending, noDisputeOpen, publicationTakenDown],
    checks: [policeOnReport],
  },
  send_transfer: {
    at: ['close'],
    by: [...HANDLERS, ...DECIDERS],
    article: ARTICLES.crime,
    requires: [isTransferred, transferNotSentYet],
    checks: [],
  },
  take_back_transfer: {
    at: ['close'],
    by: DECIDERS,
    article: ARTICLES.crime,
    requires: [isTransferred],
    checks: [],
  },

  // --- supervision ---
  urge: {
    at: OPEN,
    by: SUPERVISORS,
    article: null,
    requires: [],
    checks: [clockIsKnown],
    whileSuspended: true,
  },
  supervise: {
    at: OPEN,
    by: SUPERVISORS,
    article: null,
    requires: [],
    checks: [clockIsKnown, listedByLeader],
    whileSuspended: true,
  },
  answer_urging: {
    at: OPEN,
    by: answering('urged'),
    article: null,
    requires: [],
    checks: [urgingIsOpen, askedBySomebodyElse],
    whileSuspended: true,
  },
  check_supervision: {
    at: OPEN,
    by: SUPERVISORS,
    article: null,
    requires: [someOrderAnswered],
    checks: [orderIsAnswered, answeredBySomebodyElse],
    whileSuspended: true,
  },
  appeal_overdue: {
    at: OPEN,
    by: answering('late'),
    article: null,
    requires: [],
    checks: [overdueToAppeal],
    whileSuspended: true,
  },
  judge_overdue_appeal: {
    at: OPEN,
    by: SUPERVISORS,
    article: null,
    requires: [someAppealToJudge],
    checks: [appealIsToJudge, judgedBySomebodyElse],
    whileSuspended: true,
  },

  // --- the end ---
  close_without_penalty: {
    // At notice and decision too: a defence that is right ends a case (行政处罚法 45, 57), and so does an empty proposal.
    at: ['file', 'investigation', 'notice', 'decision'],
    by: DECIDERS,
    article: ARTICLES.noPenalty,
    requires: [noRectificationOpen, noMeasureOpen, noCrimeReportOpen, noDisputeOpen, publicationTakenDown],
    checks: [groundOnFile, firstOffence],
  },
  terminate_case: {
    at: WORKING,
    by: DECIDERS,
    article: ARTICLES.limitation,
    requires: [noMeasureOpen, publicationTakenDown],
    checks: [terminationGroundHolds],
    whileSuspended: true,
  },
  close_case: {
    at: ['close'],
    by: DECIDERS,
    article: null,
    requires: [
      noMeasureOpen,
      noAppealOpen,
      collectedFineBanked,
      reportedWhereOnSpot,
      publicationTakenDown,
      transferSent,
    ],
    checks: [],
  },
  lapse_deadline: {
    at: [...OPEN, 'archive'],
    by: SYSTEM_ONLY,
    article: null,
    requires: [],
    checks: [],
    whileSuspended: true,
  },
  archive_case: { at: ['archive'], by: SYSTEM_ONLY, article: null, requires: [], checks: [] },
};
