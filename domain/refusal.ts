import type { Article } from './catalogue';

/** Why an act was refused. Stable: clients and the table of errors rely on them. */
export const REFUSAL_CODES = [
  'case_archived',
  'act_not_open',
  'not_competent',
  'case_elevated',
  'stale_sequence',
  'officers_insufficient',
  'officer_uncertified',
  'officer_of_another_organisation',
  'reviewer_investigated',
  'evidence_missing',
  'not_verified_on_scene',
  'no_violation_found',
  'rectification_open',
  'rectification_not_ordered',
  'grounds_missing',
  'certificates_not_shown',
  'statement_not_heard',
  'summary_limit_exceeded',
  'collection_limit_exceeded',
  'fine_out_of_range',
  'fine_unknown',
  'penalty_empty',
  'heavier_than_noticed',
  'notice_missing',
  'statement_period_running',
  'statement_on_record',
  'review_missing',
  'dispatch_insisted',
  'same_town',
  'unknown_town',
  'date_out_of_range',
  'payment_exceeds_fine',
  'payment_outstanding',
  'cooperation_unknown',
  'cooperation_open',
  'report_already_joined',
  'nothing_due',
] as const;
export type RefusalCode = (typeof REFUSAL_CODES)[number];

/** A refusal is a value: a code, what is wrong and what to do in Chinese, and the article where there is one. */
export interface Refusal {
  readonly code: RefusalCode;
  readonly detail: string;
  readonly article: Article | null;
}

export function refuse(code: RefusalCode, detail: string, article: Article | null = null): Refusal {
  return { code, detail, article };
}
