import type { EarlierCases } from './earlierCases';
import type { Instant, LawDate, Span } from './catalogue';
import type { LawInForce } from './law';
import type { Officer } from './people';
import type { Channel } from './triage/triage';

export const ACTS = [
  // Dispatch 派遣
  'accept',
  'return_dispatch',
  'redispatch',
  'insist_dispatch',
  'assign',
  'join_report',
  'split_report',
  'merge_case',
  // On the scene and investigation 核查、调查
  'verify',
  'order_rectification',
  'check_rectification',
  'file_case',
  'complete_party',
  'switch_to_ordinary',
  'collect_evidence',
  'record_inquiry',
  'record_scene',
  'ask_recusal',
  'decide_recusal',
  'take_measure',
  'approve_measure',
  'start_testing',
  'end_testing',
  'dispose_measure',
  'end_investigation',
  // Legal review and discussion 法制审核、集体讨论
  'pass_review',
  'return_review',
  'disagree_review',
  'correct_review',
  'decline_review',
  'record_discussion',
  // Notice, defence, hearing 告知、申辩、听证
  'give_notice',
  'record_statement',
  'weigh_statement',
  'request_hearing',
  'waive_hearing',
  'give_hearing_notice',
  'record_hearing',
  // Decision and service 决定、送达
  'decide_on_spot',
  'report_for_record',
  'hand_in_fine',
  'bank_fine',
  'decide_penalty',
  'announce_service',
  'serve_decision',
  'publish_decision',
  'withdraw_publication',
  'withdraw_decision',
  // Performance 履行
  'record_payment',
  'record_performance',
  'grant_deferral',
  'waive_late_fine',
  'record_appeal',
  'end_appeal',
  'give_demand_notice',
  'apply_to_court',
  'record_court_result',
  // Clocks 期限
  'extend_period',
  'suspend_case',
  'resume_case',
  'change_law',
  // The bureau and other bodies 提级、协办、管辖、移送
  'request_elevation',
  'refuse_elevation',
  'elevate',
  'send_down',
  'request_cooperation',
  'answer_cooperation',
  'return_cooperation',
  'ask_guidance',
  'answer_guidance',
  'dispute_jurisdiction',
  'decide_jurisdiction',
  'report_crime',
  'dismiss_crime_report',
  'transfer_case',
  'send_transfer',
  'take_back_transfer',
  // Supervision 督办
  'urge',
  'supervise',
  'answer_urging',
  'check_supervision',
  'appeal_overdue',
  'judge_overdue_appeal',
  // Ends 结案
  'close_without_penalty',
  'terminate_case',
  'close_case',
  'lapse_deadline',
  'archive_case',
] as const;
export type ActName = (typeof ACTS)[number];

export const EVIDENCE_KINDS = [
  'documentary',
  'physical',
  'audiovisual',
  'electronic',
  'witness',
  'party_statement',
  'appraisal',
  'scene_record',
] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

export const SERVICE_METHODS = ['direct', 'left', 'post', 'electronic', 'public_notice'] as const;
export type ServiceMethod = (typeof SERVICE_METHODS)[number];

/** 行政处罚法 33, 57: why nothing is imposed. */
export const NO_PENALTY_REASONS = ['not_established', 'put_right', 'slight', 'first_and_slight', 'no_fault'] as const;
export type NoPenaltyReason = (typeof NO_PENALTY_REASONS)[number];

export const PARTY_KINDS = ['citizen', 'organisation'] as const;
export type PartyKind = (typeof PARTY_KINDS)[number];

/** Who the party is stays in the register of persons; the case holds the reference and what the law asks of it. */
export interface Party {
  readonly personId: string;
  readonly kind: PartyKind;
  /** The register has their address, which a decision must name (行政处罚法 59). */
  readonly addressKnown: boolean;
  /** What was on file of them when they were registered; absent where nobody looked. */
  readonly earlier?: EarlierCases;
}

/** What is meant to be, or was, imposed. Amounts in yuan; 0 = none. */
export interface Penalty {
  readonly warning: boolean;
  readonly fine: number;
  /** What a fine by share or measure is reckoned on: the cost or illegal income in yuan, or m². */
  readonly basisAmount: number | null;
  /** 没收违法所得, yuan. */
  readonly confiscation: number;
  /** What else the item allows, in the catalogue's words (停业整顿, 限期拆除 …). */
  readonly others: readonly string[];
}

export const INQUIRY_SUBJECTS = ['party', 'witness', 'other'] as const;
export type InquirySubject = (typeof INQUIRY_SUBJECTS)[number];

/** 行政处罚法 56, 行政强制法 22. */
export const MEASURE_KINDS = ['registered_preservation', 'seizure'] as const;
export type MeasureKind = (typeof MEASURE_KINDS)[number];

export const DISPOSALS = ['returned', 'seized', 'confiscated', 'transferred', 'copied_and_returned'] as const;
export type Disposal = (typeof DISPOSALS)[number];

/** 行政处罚法 68, 69: when a fine may be collected on the spot. */
export const COLLECTION_GROUNDS = ['small_fine', 'hard_to_collect', 'remote_area'] as const;
export type CollectionGround = (typeof COLLECTION_GROUNDS)[number];

export const APPEAL_KINDS = ['reconsideration', 'lawsuit'] as const;
export type AppealKind = (typeof APPEAL_KINDS)[number];

export const APPEAL_RESULTS = ['upheld', 'withdrawn', 'changed', 'revoked'] as const;
export type AppealResult = (typeof APPEAL_RESULTS)[number];

export const COURT_RESULTS = ['enforced', 'refused', 'ended'] as const;
export type CourtResult = (typeof COURT_RESULTS)[number];

export const SUSPENSION_GROUNDS = [
  'awaiting_other_authority',
  'party_untraceable',
  'force_majeure',
  'awaiting_judgment',
] as const;
export type SuspensionGround = (typeof SUSPENSION_GROUNDS)[number];

export const TERMINATION_GROUNDS = ['death', 'organisation_ended', 'limitation'] as const;
export type TerminationGround = (typeof TERMINATION_GROUNDS)[number];

export const RECUSAL_ASKERS = ['party', 'self', 'organisation'] as const;
export type RecusalAsker = (typeof RECUSAL_ASKERS)[number];

/** 催办 asks once; 督办, an order with a number, is checked and may come back. */
export const URGING_KINDS = ['urge', 'order'] as const;
export type UrgingKind = (typeof URGING_KINDS)[number];

/** The case that another is merged into, as it was on file when the act was sent. */
export interface MergeTarget {
  readonly caseId: string;
  readonly openedAt: Instant;
  readonly closed: boolean;
}

/** What each act needs. Persons come as references, officers as the roster knew them. */
export interface ActInputs {
  /** `reason`: why these, where they were suggested. */
  readonly accept: { readonly officers: readonly Officer[]; readonly reason?: string };
  readonly return_dispatch: { readonly reason: string };
  readonly redispatch: { readonly town: string; readonly reason: string };
  readonly insist_dispatch: { readonly reason: string };
  readonly assign: { readonly officers: readonly Officer[]; readonly reason?: string };
  readonly join_report: { readonly clueId: string; readonly channel: Channel };
  readonly split_report: { readonly clueId: string; readonly reason: string };
  readonly merge_case: { readonly into: MergeTarget; readonly reason: string };

  readonly verify: { readonly violation: boolean; readonly facts: string };
  readonly order_rectification: { readonly requirement: string; readonly until: LawDate };
  readonly check_rectification: { readonly rectified: boolean; readonly facts: string };
  readonly file_case: {
    readonly officers: readonly Officer[];
    readonly party: Party;
    readonly reason: string;
    /** When the act was committed, or its continuing ended; null = it still goes on (行政处罚法 36). */
    readonly committedOn: LawDate | null;
    /** Life, health or financial safety is harmed: the longer limitation. */
    readonly harm: boolean;
  };
  /** The same person, of whom more is known now: who they are never changes here. */
  readonly complete_party: { readonly party: Party };
  readonly switch_to_ordinary: { readonly reason: string };
  readonly collect_evidence: {
    readonly sha256: string;
    readonly kind: EvidenceKind;
    readonly storeKey: string;
    readonly description: string;
    readonly takenAt: Instant;
    readonly place: string;
  };
  readonly record_inquiry: {
    readonly officers: readonly Officer[];
    readonly subject: InquirySubject;
    readonly certificatesShown: boolean;
    readonly place: string;
    readonly from: Instant;
    readonly until: Instant;
    readonly record: string;
  };
  readonly record_scene: {
    readonly officers: readonly Officer[];
    readonly place: string;
    readonly from: Instant;
    readonly until: Instant;
    readonly partyPresent: boolean;
    readonly record: string;
  };
  readonly ask_recusal: { readonly person: Officer; readonly asker: RecusalAsker; readonly reason: string };
  readonly decide_recusal: { readonly recusalId: string; readonly granted: boolean; readonly reason: string };
  readonly take_measure: {
    readonly kind: MeasureKind;
    readonly officers: readonly Officer[];
    readonly goods: string;
    readonly place: string;
    readonly reason: string;
    /** Taken at once because it could not wait; its approval follows (行政强制法 19). */
    readonly emergency: boolean;
  };
  readonly approve_measure: { readonly measureId: string; readonly approved: boolean; readonly reason: string };
  readonly start_testing: { readonly measureId: string; readonly subject: string; readonly toldInWriting: boolean };
  readonly end_testing: { readonly measureId: string; readonly result: string };
  readonly dispose_measure: { readonly measureId: string; readonly disposal: Disposal; readonly note: string };
  readonly end_investigation: {
    readonly officers: readonly Officer[];
    readonly report: string;
    readonly proposal: Penalty;
  };

  readonly pass_review: { readonly opinion: string };
  readonly return_review: { readonly requirement: string };
  readonly disagree_review: { readonly reasons: string };
  readonly correct_review: { readonly correction: string };
  readonly decline_review: { readonly body: string; readonly reasons: string };
  readonly record_discussion: {
    readonly heldOn: LawDate;
    readonly participants: readonly Officer[];
    readonly record: string;
    readonly conclusion: Penalty;
  };

  readonly give_notice: {
    readonly facts: string;
    readonly penalty: Penalty;
    readonly servedOn: LawDate;
    readonly method: ServiceMethod;
  };
  readonly record_statement: {
    readonly raised: boolean;
    readonly summary: string;
    /** The party has said in writing that they have no more to say. */
    readonly waived: boolean;
  };
  readonly weigh_statement: { readonly adopted: 'all' | 'part' | 'none'; readonly reasons: string };
  readonly request_hearing: { readonly requestedOn: LawDate; readonly reason: string };
  readonly waive_hearing: { readonly note: string };
  readonly give_hearing_notice: {
    readonly servedOn: LawDate;
    readonly method: ServiceMethod;
    readonly heldAt: Instant;
    readonly place: string;
    readonly chair: Officer;
  };
  readonly record_hearing: {
    readonly heldOn: LawDate;
    readonly attended: boolean;
    readonly record: string;
    readonly opinion: string;
  };

  readonly decide_on_spot: {
    readonly officers: readonly Officer[];
    readonly party: Party;
    readonly place: string;
    readonly facts: string;
    readonly certificatesShown: boolean;
    readonly statementHeard: boolean;
    readonly penalty: Penalty;
    /** null = the party pays at the bank. */
    readonly collection: CollectionGround | null;
  };
  readonly report_for_record: { readonly reportedOn: LawDate };
  readonly hand_in_fine: { readonly handedInOn: LawDate; readonly receipt: string };
  readonly bank_fine: { readonly bankedOn: LawDate; readonly receipt: string };
  readonly decide_penalty: { readonly penalty: Penalty; readonly reasons: string };
  readonly announce_service: { readonly announcedOn: LawDate; readonly where: string };
  readonly serve_decision: {
    readonly method: ServiceMethod;
    readonly servedOn: LawDate;
    readonly note: string;
    /** Left: the witness or the recording. Electronic: the signed consent. Post: the receipt's number. */
    readonly proof: string;
  };
  readonly publish_decision: { readonly publishedOn: LawDate; readonly where: string };
  readonly withdraw_publication: { readonly withdrawnOn: LawDate };
  readonly withdraw_decision: { readonly reason: string };

  readonly record_payment: { readonly amount: number; readonly paidOn: LawDate; readonly receipt: string };
  readonly record_performance: { readonly performedOn: LawDate; readonly description: string };
  readonly grant_deferral: {
    readonly until: LawDate;
    readonly instalments: readonly { readonly dueOn: LawDate; readonly amount: number }[];
    readonly reason: string;
  };
  readonly waive_late_fine: { readonly reason: string };
  readonly record_appeal: { readonly kind: AppealKind; readonly filedOn: LawDate; readonly body: string };
  readonly end_appeal: { readonly endedOn: LawDate; readonly result: AppealResult; readonly note: string };
  readonly give_demand_notice: { readonly servedOn: LawDate; readonly method: ServiceMethod };
  readonly apply_to_court: { readonly appliedOn: LawDate; readonly court: string };
  readonly record_court_result: { readonly on: LawDate; readonly result: CourtResult; readonly note: string };

  readonly extend_period: { readonly clockId: string; readonly number: number; readonly reason: string };
  readonly suspend_case: { readonly ground: SuspensionGround; readonly reason: string };
  readonly resume_case: { readonly reason: string };
  readonly change_law: { readonly law: LawInForceChange; readonly reason: string };

  readonly request_elevation: { readonly reason: string };
  readonly refuse_elevation: { readonly reason: string };
  readonly elevate: { readonly reason: string };
  readonly send_down: { readonly reason: string };
  readonly request_cooperation: { readonly town: string; readonly requirement: string };
  readonly answer_cooperation: { readonly taskId: string; readonly answer: string };
  readonly return_cooperation: { readonly taskId: string; readonly reason: string };
  readonly ask_guidance: { readonly question: string };
  readonly answer_guidance: { readonly guidanceId: string; readonly answer: string };
  readonly dispute_jurisdiction: { readonly with: string; readonly reason: string };
  readonly decide_jurisdiction: { readonly town: string; readonly reason: string };
  readonly report_crime: { readonly facts: string };
  readonly dismiss_crime_report: { readonly reason: string };
  readonly transfer_case: { readonly to: 'police' | 'authority'; readonly body: string; readonly reason: string };
  readonly send_transfer: { readonly sentOn: LawDate; readonly receipt: string };
  readonly take_back_transfer: { readonly reason: string };

  readonly urge: {
    /** The duty that is asked about; null = the case as a whole. */
    readonly clockId: string | null;
    readonly requirement: string;
    /** How long there is for the answer; null = as usual (periods.csv). */
    readonly within: Span | null;
  };
  readonly supervise: ActInputs['urge'] & {
    /** 挂牌: listed for all to see, for the gravest. */
    readonly listed: boolean;
  };
  readonly answer_urging: { readonly urgingId: string; readonly answer: string };
  readonly check_supervision: { readonly urgingId: string; readonly good: boolean; readonly opinion: string };
  readonly appeal_overdue: { readonly overdueId: string; readonly reason: string };
  readonly judge_overdue_appeal: { readonly overdueId: string; readonly granted: boolean; readonly reason: string };

  readonly close_without_penalty: {
    readonly reason: NoPenaltyReason;
    readonly explanation: string;
    /** As now known, where a first offence is claimed; a case that isn't filed yet has none. */
    readonly party?: Party;
  };
  readonly terminate_case: { readonly ground: TerminationGround; readonly explanation: string };
  readonly close_case: { readonly summary: string };
  readonly lapse_deadline: Readonly<Record<string, never>>;
  readonly archive_case: { readonly events: number; readonly head: string };
}

/** The calendar, the periods and the ladder that are to hold from now on; what else the case was opened under stays. */
export type LawInForceChange = Pick<LawInForce, 'catalogueVersion' | 'periods' | 'ladder' | 'calendar'>;
