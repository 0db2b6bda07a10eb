import type { Article } from './catalogue';

/** Why an act was refused. Stable: clients and the table of errors rely on them. */
export const REFUSAL_CODES = [
  // The case as a whole
  'case_archived',
  'act_not_open',
  'not_competent',
  'case_elevated',
  'case_suspended',
  'not_suspended',
  'stale_sequence',
  'nothing_due',
  // Persons
  'officers_insufficient',
  'officer_uncertified',
  'officer_of_another_organisation',
  'actor_not_among_officers',
  'recused',
  'recusal_unknown',
  'recusal_pending',
  'not_on_the_case',
  'reviewer_investigated',
  'reviewer_unqualified',
  'reviewer_chaired',
  'chair_not_neutral',
  'not_the_chair',
  // Dispatch
  'dispatch_insisted',
  'same_town',
  'report_already_joined',
  // Investigation
  'not_verified_on_scene',
  'no_violation_found',
  'rectification_open',
  'rectification_not_ordered',
  'grounds_missing',
  'limitation_passed',
  'limitation_running',
  'evidence_missing',
  'measure_unknown',
  'measure_open',
  'approval_missing',
  'not_told_in_writing',
  'testing_running',
  'testing_not_running',
  // Review, discussion, notice, hearing
  'review_missing',
  'discussion_missing',
  'discussion_not_followed',
  'notice_missing',
  'statement_period_running',
  'statement_not_weighed',
  'statement_nothing_to_weigh',
  'party_unknown',
  'party_address_missing',
  'hearing_not_due',
  'hearing_not_requested',
  'hearing_request_late',
  'hearing_request_running',
  'hearing_notice_short',
  'hearing_not_noticed',
  'hearing_pending',
  'hearing_on_record',
  // Penalty
  'certificates_not_shown',
  'statement_not_heard',
  'summary_limit_exceeded',
  'summary_kind_exceeded',
  'collection_not_allowed',
  'fine_out_of_range',
  'fine_unknown',
  'basis_missing',
  'penalty_not_allowed',
  'penalty_empty',
  'heavier_than_noticed',
  // Service and performance
  'date_out_of_range',
  'proof_missing',
  'not_announced',
  'announcement_running',
  'not_published',
  'collected_fine_not_banked',
  'not_reported_for_record',
  'already_on_record',
  'payment_exceeds_fine',
  'payment_not_due',
  'instalments_unequal',
  'nothing_to_perform',
  'appeal_open',
  'appeal_unknown',
  'reconsideration_first',
  'remedies_running',
  'demand_missing',
  'demand_period_running',
  'court_period_over',
  'court_not_applied',
  'publication_not_withdrawn',
  // Clocks
  'clock_unknown',
  'extension_not_allowed',
  'extension_used_up',
  'period_over',
  'clock_paused',
  'law_unchanged',
  // Other bodies
  'item_not_delegated',
  'not_elevated',
  'elevation_not_requested',
  'elevation_already_requested',
  'cooperation_unknown',
  'cooperation_open',
  'jurisdiction_disputed',
  'jurisdiction_not_disputed',
  'crime_report_open',
  'no_crime_report',
  'transfer_not_sent',
  'not_transferred',
] as const;
export type RefusalCode = (typeof REFUSAL_CODES)[number];

/** A refusal is a value: a code, what is wrong and what to do in Chinese, and the articles it rests on. */
export interface Refusal {
  readonly code: RefusalCode;
  readonly detail: string;
  readonly articles: readonly Article[];
}

export function refuse(code: RefusalCode, detail: string, ...articles: readonly Article[]): Refusal {
  return { code, detail, articles };
}
