import { ARTICLES } from '../articles';
import { COMMON_ACTS, COMMON_STAGES, DECIDERS, HANDLERS } from './common-2026';
import { elevationNotAsked, noDisputeOpen } from './guards/cooperation';
import { noCrimeReportOpen, noRectificationOpen, verifiedAsViolation } from './guards/investigation';
import { actorAmongOfficers, actorIsCertified, enoughCertifiedOfficers, noRecusalPending } from './guards/officers';
import { noRepeatOffender } from './guards/earlier';
import { collectionAllowed, rightsTold, summaryKindsOnly, withinItemRange, withinSummaryLimit } from './guards/penalty';
import {
  collectedByToday,
  decisionToWithdraw,
  fineToBank,
  fineToHandIn,
  noAppealOpen,
  notReportedYet,
  publicationTakenDown,
  reportedByToday,
} from './guards/performance';
import type { Procedure } from './procedure';

/** 简易程序: facts clear, a warning or a small fine, decided on the spot (行政处罚法 51, 52), collected where law allows (68–71). */
export const summary2026: Procedure = {
  id: 'summary',
  version: '2026-01',
  inForceFrom: '2026-01-01',
  stages: COMMON_STAGES,
  acts: {
    ...COMMON_ACTS,
    decide_on_spot: {
      at: ['file'],
      by: HANDLERS,
      article: ARTICLES.summary,
      requires: [
        actorIsCertified,
        verifiedAsViolation,
        noRectificationOpen,
        noCrimeReportOpen,
        noDisputeOpen,
        noRecusalPending,
        publicationTakenDown,
        elevationNotAsked,
      ],
      checks: [
        enoughCertifiedOfficers,
        actorAmongOfficers,
        rightsTold,
        withinSummaryLimit,
        summaryKindsOnly,
        withinItemRange,
        collectionAllowed,
        noRepeatOffender,
      ],
    },
    report_for_record: {
      at: ['performance', 'close'],
      by: [...HANDLERS, ...DECIDERS],
      article: ARTICLES.onSpot,
      requires: [notReportedYet],
      checks: [reportedByToday],
    },
    hand_in_fine: {
      at: ['close'],
      by: HANDLERS,
      article: ARTICLES.handIn,
      requires: [fineToHandIn],
      checks: [collectedByToday],
    },
    bank_fine: {
      at: ['close'],
      by: DECIDERS,
      article: ARTICLES.handIn,
      requires: [fineToBank],
      checks: [collectedByToday],
    },
    withdraw_decision: {
      at: ['performance', 'close'],
      by: DECIDERS,
      article: ARTICLES.withdrawal,
      requires: [noAppealOpen, decisionToWithdraw],
      checks: [],
    },
    switch_to_ordinary: {
      at: ['file'],
      by: HANDLERS,
      article: ARTICLES.filing,
      requires: [verifiedAsViolation],
      checks: [],
    },
  },
};
