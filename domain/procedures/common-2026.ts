import { ARTICLES } from '../articles';
import type { Stage } from '../case';
import {
  actorIsCertified,
  anotherTown,
  dispatchNotInsisted,
  groundOnFile,
  noRectificationOpen,
  notJoinedYet,
  officersOfOwner,
  paidWithinFine,
  rectificationOpen,
  taskIsOpen,
  untilNotPast,
} from './guards';
import type { Procedure, Who } from './procedure';

/** What both procedures share: dispatch, verification on the scene, putting right, cooperation, payment, the end. */

/** Who handles a case, by the grade: the town's officers, or the bureau's. */
export const HANDLERS: readonly Who[] = [
  { role: 'town_officer', of: 'owner', grades: ['town', 'town_bureau_review'] },
  { role: 'bureau_officer', of: 'owner', grades: ['bureau'] },
];

/** Who approves, decides and closes, by the grade. A town never does it in a bureau's case. */
export const DECIDERS: readonly Who[] = [
  { role: 'town_office', of: 'owner', grades: ['town', 'town_bureau_review'] },
  { role: 'leader', of: 'owner', grades: ['bureau'] },
];

const SYSTEM_ONLY: readonly Who[] = [{ role: 'system', of: 'any' }];

const BEFORE_DECISION: readonly Stage[] = [
  'dispatch',
  'accept',
  'verify',
  'file',
  'investigation',
  'review',
  'notice',
  'decision',
];
const OPEN: readonly Stage[] = [...BEFORE_DECISION, 'service', 'performance', 'close'];

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
      { role: 'town_officer', of: 'owner', grades: ['town', 'town_bureau_review'] },
      { role: 'town_office', of: 'owner', grades: ['town', 'town_bureau_review'] },
    ],
    article: null,
    requires: [dispatchNotInsisted],
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
    at: ['verify', 'file', 'investigation', 'notice', 'service', 'performance'],
    by: DECIDERS,
    article: ARTICLES.officers,
    requires: [],
    checks: [officersOfOwner],
  },
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
  },
  close_without_penalty: {
    // At notice and decision too: a defence that is right ends a case (行政处罚法 45, 57), and so does an empty proposal.
    at: ['file', 'investigation', 'notice', 'decision'],
    by: DECIDERS,
    article: ARTICLES.noPenalty,
    requires: [noRectificationOpen],
    checks: [groundOnFile],
  },
  elevate: {
    at: [...BEFORE_DECISION, 'service'],
    by: [
      { role: 'leader', of: 'any', grades: ['town', 'town_bureau_review'] },
      { role: 'supervisor', of: 'any', grades: ['town', 'town_bureau_review'] },
    ],
    article: ARTICLES.delegation,
    requires: [],
    checks: [],
  },
  request_cooperation: {
    at: ['verify', 'file', 'investigation', 'service', 'performance'],
    by: [
      { role: 'bureau_officer', of: 'owner', grades: ['bureau'] },
      { role: 'leader', of: 'owner', grades: ['bureau'] },
    ],
    article: ARTICLES.assistance,
    requires: [],
    checks: [],
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
  },
  record_payment: {
    at: ['performance'],
    by: [...HANDLERS, ...DECIDERS],
    article: ARTICLES.payment,
    requires: [],
    checks: [paidWithinFine],
  },
  close_case: { at: ['close'], by: DECIDERS, article: null, requires: [], checks: [] },
  join_report: {
    at: [...OPEN],
    by: [
      { role: 'system', of: 'any' },
      { role: 'dispatcher', of: 'any' },
    ],
    article: null,
    requires: [],
    checks: [notJoinedYet],
  },
  lapse_deadline: { at: [...OPEN, 'archive'], by: SYSTEM_ONLY, article: null, requires: [], checks: [] },
  archive_case: { at: ['archive'], by: SYSTEM_ONLY, article: null, requires: [], checks: [] },
};
