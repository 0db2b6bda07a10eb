import { ARTICLES } from '../articles';
import type { Who } from './procedure';
import { COMMON_ACTS, COMMON_STAGES, DECIDERS, HANDLERS } from './common-2026';
import {
  actorIsCertified,
  enoughCertifiedOfficers,
  evidenceOnFile,
  noCooperationOpen,
  noRectificationOpen,
  noStatementYet,
  noticeGiven,
  notHeavierThanNoticed,
  reviewPassed,
  reviewerDidNotInvestigate,
  servedBetweenDecisionAndToday,
  statementHeardOrLapsed,
  verifiedAsViolation,
  withinItemRange,
} from './guards';
import type { Procedure } from './procedure';

const REVIEWERS: readonly Who[] = [{ role: 'legal_reviewer', of: 'any' }];

/** 普通程序: filing, investigation by two officers, legal review, notice and defence, decision, service (行政处罚法 54–62). */
export const ordinary2026: Procedure = {
  id: 'ordinary',
  version: '2026-01',
  inForceFrom: '2026-01-01',
  stages: COMMON_STAGES,
  acts: {
    ...COMMON_ACTS,
    file_case: {
      at: ['file'],
      by: DECIDERS,
      article: ARTICLES.filing,
      requires: [verifiedAsViolation, noRectificationOpen],
      checks: [enoughCertifiedOfficers],
    },
    collect_evidence: {
      at: ['investigation'],
      by: HANDLERS,
      article: ARTICLES.evidence,
      requires: [actorIsCertified],
      checks: [],
    },
    end_investigation: {
      at: ['investigation'],
      by: HANDLERS,
      article: ARTICLES.investigation,
      requires: [actorIsCertified, evidenceOnFile, noRectificationOpen, noCooperationOpen],
      checks: [enoughCertifiedOfficers, withinItemRange],
    },
    pass_review: {
      at: ['review'],
      by: REVIEWERS,
      article: ARTICLES.review,
      requires: [reviewerDidNotInvestigate],
      checks: [],
    },
    return_review: {
      at: ['review'],
      by: REVIEWERS,
      article: ARTICLES.review,
      requires: [reviewerDidNotInvestigate],
      checks: [],
    },
    disagree_review: {
      at: ['review'],
      by: REVIEWERS,
      article: ARTICLES.review,
      requires: [reviewerDidNotInvestigate],
      checks: [],
    },
    give_notice: {
      at: ['notice'],
      by: [...HANDLERS, ...DECIDERS],
      article: ARTICLES.notice,
      requires: [reviewPassed],
      checks: [withinItemRange],
    },
    record_statement: {
      at: ['decision'],
      by: HANDLERS,
      article: ARTICLES.statement,
      requires: [noticeGiven, noStatementYet],
      checks: [],
    },
    decide_penalty: {
      at: ['decision'],
      by: DECIDERS,
      article: ARTICLES.decision,
      requires: [reviewPassed, noticeGiven, statementHeardOrLapsed],
      checks: [withinItemRange, notHeavierThanNoticed],
    },
    serve_decision: {
      at: ['service'],
      by: HANDLERS,
      article: ARTICLES.service,
      requires: [],
      checks: [servedBetweenDecisionAndToday],
    },
  },
};
