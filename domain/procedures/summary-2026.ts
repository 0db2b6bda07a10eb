import { ARTICLES } from '../articles';
import { COMMON_ACTS, COMMON_STAGES, HANDLERS } from './common-2026';
import {
  enoughCertifiedOfficers,
  noRectificationOpen,
  rightsTold,
  verifiedAsViolation,
  withinCollectionLimit,
  withinItemRange,
  withinSummaryLimit,
} from './guards';
import type { Procedure } from './procedure';

/** 简易程序: facts clear, a warning or a small fine, decided on the spot (行政处罚法 51, 52). */
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
      requires: [verifiedAsViolation, noRectificationOpen],
      checks: [enoughCertifiedOfficers, rightsTold, withinSummaryLimit, withinItemRange, withinCollectionLimit],
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
