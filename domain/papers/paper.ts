import type { CaseEventType } from '../case';
import type { LawDate } from '../catalogue';

export const PAPER_KINDS = [
  'filing_approval',
  'inquiry_record',
  'scene_record',
  'seizure_decision',
  'preservation_list',
  'measure_disposal',
  'order_to_put_right',
  'investigation_report',
  'legal_review_opinion',
  'discussion_record',
  'prior_notice',
  'hearing_notice',
  'hearing_record',
  'penalty_decision',
  'on_spot_decision',
  'no_penalty_decision',
  'withdrawal_decision',
  'service_receipt',
  'deferral_decision',
  'demand_notice',
  'court_application',
  'transfer_letter',
  'closing_report',
  'file_cover',
  'file_contents',
] as const;
export type PaperKind = (typeof PAPER_KINDS)[number];

/** A part of the register of persons: it is filled in at the edge, for those who may see it. */
export interface PersonRef {
  readonly person: string;
  readonly part: 'name' | 'idNumber' | 'phone' | 'address';
}

/** Officers by their ids, in order: their names or the numbers of their certificates. */
export interface OfficersRef {
  readonly officers: readonly string[];
  readonly part: 'name' | 'certificate';
}

/** Not on file, with what whoever fills the paper can do about it. */
export interface Missing {
  readonly missing: string;
}

/** What stands in one place of a paper. An empty text is as missing as a `Missing`: nothing is ever printed blank. */
export type Value = string | PersonRef | OfficersRef | Missing;

export type Row = Readonly<Record<string, Value>>;

/** `null`: the paper has no such passage. Only an optional field may be null, and its template must ask for it first. */
export type Field = Value | readonly Row[] | null;

export interface Paper {
  /** `prior_notice-2`: the kind and which one of its kind in the case. Never changes. */
  readonly id: string;
  readonly kind: PaperKind;
  readonly label: string;
  readonly number: string;
  readonly date: LawDate;
  /** The event that it is about. */
  readonly seq: number;
  readonly event: CaseEventType;
  readonly fields: Readonly<Record<string, Field>>;
}
