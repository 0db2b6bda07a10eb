import type { ActInputs } from './actInputs';
import type { Field, FineBasis, FineRange } from './catalogue';

/** What both the events and the state of a case are told in. */

/** Where a case stands. The order is the order of the main road. */
export const STAGES = [
  'dispatch',
  'accept',
  'verify',
  'file',
  'investigation',
  'review',
  'notice',
  'decision',
  'service',
  'performance',
  'close',
  'archive',
  'archived',
] as const;
export type Stage = (typeof STAGES)[number];

/** The item as the case was opened under it. */
export interface CaseItem {
  readonly code: string;
  readonly name: string;
  readonly field: Field;
  readonly delegated: boolean;
  readonly verified: boolean;
  readonly statute: string;
  readonly article: string;
  readonly fineCitizen: FineRange;
  readonly fineOrganisation: FineRange;
  readonly fineBasis: FineBasis;
  /** Share of the basis, or yuan for one m², where the fine is reckoned on one; null = the article's words are all there is. */
  readonly fineRate: FineRange | null;
  readonly otherPenalties: readonly string[];
}

export interface Evidence extends Readonly<ActInputs['collect_evidence']> {
  readonly id: string;
  readonly takenBy: string;
}

export const REVIEW_VERDICTS = ['pass', 'return', 'disagree', 'correct', 'decline'] as const;
export type ReviewVerdict = (typeof REVIEW_VERDICTS)[number];

export const OUTCOMES = ['penalty', 'no_penalty', 'not_established', 'transferred', 'terminated', 'merged'] as const;
export type Outcome = (typeof OUTCOMES)[number];
