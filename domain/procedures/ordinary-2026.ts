import { ARTICLES } from '../articles';
import type { Stage } from '../case';
import { COMMON_ACTS, COMMON_STAGES, DECIDERS, HANDLERS, OPEN, UNDECIDED } from './common-2026';
import { elevationNotAsked, noCooperationOpen, noDisputeOpen } from './guards/cooperation';
import {
  hearingConcluded,
  hearingIsDue,
  hearingNotHeldYet,
  hearingNoticed,
  hearingNotRequestedYet,
  hearingNotWaivedYet,
  hearingRequested,
  heldOnTheDay,
  noHearingPending,
  noHeavierNotice,
  noticedInTime,
  noticeGiven,
  noticeServedByToday,
  notHeavierThanNoticed,
  requestedInTime,
  somethingToWeigh,
  statementPeriodOver,
  statementsWeighed,
} from './guards/hearing';
import {
  certificatesShown,
  committedInThePast,
  evidenceOnFile,
  noCrimeReportOpen,
  noRectificationOpen,
  partyAddressKnown,
  recordedInOrder,
  verifiedAsViolation,
  withinLimitation,
} from './guards/investigation';
import {
  approvedOrEmergency,
  awaitsApproval,
  measureHeld,
  measureIsOpen,
  measureUnapproved,
  seizureHeld,
  takerNamed,
  testingAllowed,
  testingRuns,
  testingUnderWay,
} from './guards/measures';
import {
  actorAmongOfficers,
  actorHasNoOtherPart,
  actorIsCertified,
  actorIsTheChair,
  chairIsNeutral,
  enoughCertifiedOfficers,
  leadersDiscuss,
  noRecusalPending,
  reviewerDidNotChair,
  reviewerDidNotInvestigate,
  reviewerIsQualified,
} from './guards/officers';
import { withinItemRange } from './guards/penalty';
import {
  announcedByToday,
  announcementOver,
  decisionToWithdraw,
  noAppealOpen,
  notAnnouncedYet,
  performedByToday,
  publicationTakenDown,
  servedBetweenDecisionAndToday,
  serviceIsProved,
  somethingToPerform,
} from './guards/performance';
import { discussedByToday, discussedWhereDue, reviewCovers, reviewPassed } from './guards/review';
import type { Procedure, Who } from './procedure';

const REVIEWERS: readonly Who[] = [{ role: 'legal_reviewer', of: 'any' }];
const REVIEW = {
  at: ['review'],
  by: REVIEWERS,
  article: ARTICLES.review,
  requires: [reviewerIsQualified, reviewerDidNotInvestigate, reviewerDidNotChair],
  checks: [],
} as const;

/** Whoever was named to chair a hearing: the guard knows their name, so the role only says where they may come from. */
const CHAIRS: readonly Who[] = [
  ...DECIDERS,
  ...HANDLERS,
  { role: 'legal_reviewer', of: 'any' },
  { role: 'bureau_officer', of: 'any' },
  { role: 'leader', of: 'any' },
];

const INVESTIGATING: readonly Stage[] = ['verify', 'file', 'investigation'];

/** 普通程序: filing, investigation by two officers, legal review, notice and defence, hearing, decision, service, performance (行政处罚法 54–73). */
export const ordinary2026: Procedure = {
  id: 'ordinary',
  version: '2026-01',
  inForceFrom: '2026-01-01',
  stages: COMMON_STAGES,
  acts: {
    ...COMMON_ACTS,

    // --- investigation ---
    file_case: {
      at: ['file'],
      by: DECIDERS,
      article: ARTICLES.filing,
      requires: [verifiedAsViolation, noRectificationOpen, noDisputeOpen],
      checks: [enoughCertifiedOfficers, committedInThePast, withinLimitation],
    },
    collect_evidence: {
      at: ['investigation'],
      by: HANDLERS,
      article: ARTICLES.evidence,
      requires: [actorIsCertified, actorHasNoOtherPart],
      checks: [],
    },
    record_inquiry: {
      at: ['investigation'],
      by: HANDLERS,
      article: ARTICLES.investigation,
      requires: [actorIsCertified],
      checks: [enoughCertifiedOfficers, actorAmongOfficers, certificatesShown, recordedInOrder],
    },
    record_scene: {
      at: INVESTIGATING,
      by: HANDLERS,
      article: ARTICLES.investigation,
      requires: [actorIsCertified],
      checks: [enoughCertifiedOfficers, actorAmongOfficers, recordedInOrder],
    },
    take_measure: {
      at: INVESTIGATING,
      by: [...HANDLERS, ...DECIDERS],
      article: ARTICLES.preservation,
      requires: [],
      checks: [approvedOrEmergency, enoughCertifiedOfficers, takerNamed],
    },
    approve_measure: {
      at: OPEN,
      by: DECIDERS,
      article: ARTICLES.emergencyMeasure,
      requires: [measureUnapproved],
      checks: [measureIsOpen, awaitsApproval],
      whileSuspended: true,
    },
    start_testing: {
      at: UNDECIDED,
      by: [...HANDLERS, ...DECIDERS],
      article: ARTICLES.seizurePeriod,
      requires: [seizureHeld],
      checks: [measureIsOpen, testingAllowed],
      whileSuspended: true,
    },
    end_testing: {
      at: OPEN,
      by: [...HANDLERS, ...DECIDERS],
      article: ARTICLES.seizurePeriod,
      requires: [testingUnderWay],
      checks: [measureIsOpen, testingRuns],
      whileSuspended: true,
    },
    dispose_measure: {
      at: OPEN,
      by: [...HANDLERS, ...DECIDERS],
      article: ARTICLES.seizureDisposal,
      requires: [measureHeld],
      checks: [measureIsOpen],
      whileSuspended: true,
    },
    end_investigation: {
      at: ['investigation'],
      by: HANDLERS,
      article: ARTICLES.investigation,
      requires: [actorIsCertified, evidenceOnFile, noRectificationOpen, noCooperationOpen, noDisputeOpen],
      checks: [enoughCertifiedOfficers, actorAmongOfficers, withinItemRange],
    },

    // --- review and discussion ---
    pass_review: REVIEW,
    return_review: REVIEW,
    disagree_review: REVIEW,
    correct_review: REVIEW,
    decline_review: REVIEW,
    record_discussion: {
      at: ['notice', 'decision'],
      by: DECIDERS,
      article: ARTICLES.decision,
      requires: [],
      checks: [discussedByToday, leadersDiscuss, withinItemRange],
    },

    // --- notice, defence, hearing ---
    give_notice: {
      at: ['notice', 'decision'],
      by: [...HANDLERS, ...DECIDERS],
      article: ARTICLES.notice,
      requires: [reviewPassed, noHearingPending],
      checks: [withinItemRange, noticeServedByToday, noHeavierNotice, reviewCovers],
    },
    record_statement: {
      at: ['decision'],
      by: HANDLERS,
      article: ARTICLES.statement,
      requires: [actorIsCertified, noticeGiven],
      checks: [],
    },
    weigh_statement: {
      at: ['decision'],
      by: HANDLERS,
      article: ARTICLES.statement,
      requires: [actorIsCertified, somethingToWeigh],
      checks: [],
    },
    request_hearing: {
      at: ['decision'],
      by: [...HANDLERS, ...DECIDERS],
      article: ARTICLES.hearing,
      requires: [noticeGiven, hearingIsDue, hearingNotRequestedYet, hearingNotHeldYet],
      checks: [requestedInTime],
    },
    waive_hearing: {
      at: ['decision'],
      by: [...HANDLERS, ...DECIDERS],
      article: ARTICLES.hearing,
      requires: [noticeGiven, hearingIsDue, hearingNotWaivedYet, hearingNotHeldYet],
      checks: [],
    },
    give_hearing_notice: {
      at: ['decision'],
      by: DECIDERS,
      article: ARTICLES.hearingProcedure,
      requires: [hearingRequested, hearingNotHeldYet],
      checks: [chairIsNeutral, noticedInTime],
    },
    record_hearing: {
      at: ['decision'],
      by: CHAIRS,
      article: ARTICLES.hearingProcedure,
      requires: [hearingRequested, hearingNoticed, hearingNotHeldYet, actorIsTheChair],
      checks: [heldOnTheDay],
    },

    // --- decision and service ---
    decide_penalty: {
      at: ['decision'],
      by: DECIDERS,
      article: ARTICLES.decision,
      requires: [
        reviewPassed,
        noticeGiven,
        hearingConcluded,
        statementPeriodOver,
        statementsWeighed,
        partyAddressKnown,
        noCrimeReportOpen,
        noDisputeOpen,
        noRecusalPending,
        publicationTakenDown,
        elevationNotAsked,
      ],
      checks: [withinItemRange, notHeavierThanNoticed, reviewCovers, discussedWhereDue],
    },
    announce_service: {
      at: ['service'],
      by: HANDLERS,
      article: ARTICLES.service,
      requires: [notAnnouncedYet],
      checks: [announcedByToday],
    },
    serve_decision: {
      at: ['service'],
      by: HANDLERS,
      article: ARTICLES.service,
      requires: [actorIsCertified],
      checks: [servedBetweenDecisionAndToday, serviceIsProved, announcementOver],
    },
    withdraw_decision: {
      at: ['service', 'performance', 'close'],
      by: DECIDERS,
      article: ARTICLES.withdrawal,
      requires: [noAppealOpen, decisionToWithdraw],
      checks: [],
    },

    // --- performance ---
    record_performance: {
      at: ['performance'],
      by: HANDLERS,
      article: ARTICLES.deferral,
      requires: [somethingToPerform],
      checks: [performedByToday],
      whileSuspended: true,
    },
  },
};
