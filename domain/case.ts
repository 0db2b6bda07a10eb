import type {
  Calendar,
  FineBasis,
  FineRange,
  Grade,
  Instant,
  LawDate,
  Limit,
  LimitId,
  Period,
  ProcedureId,
  Field,
} from './catalogue';
import type { Reason } from './reason';
import type { Actor, Officer, OrgId } from './people';
import type { Clock, Light } from './time/clock';
import type { Channel } from './triage/triage';

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

export const ACTS = [
  'accept',
  'return_dispatch',
  'redispatch',
  'insist_dispatch',
  'assign',
  'verify',
  'order_rectification',
  'check_rectification',
  'close_without_penalty',
  'switch_to_ordinary',
  'file_case',
  'collect_evidence',
  'end_investigation',
  'pass_review',
  'return_review',
  'disagree_review',
  'elevate',
  'request_cooperation',
  'answer_cooperation',
  'decide_on_spot',
  'give_notice',
  'record_statement',
  'decide_penalty',
  'serve_decision',
  'record_payment',
  'close_case',
  'join_report',
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

export const NO_PENALTY_REASONS = ['not_established', 'put_right', 'slight', 'first_and_slight', 'no_fault'] as const;
export type NoPenaltyReason = (typeof NO_PENALTY_REASONS)[number];

export type PartyKind = 'citizen' | 'organisation';

/** Who the party is stays in the register of persons; the case holds the reference and what the law asks of it. */
export interface Party {
  readonly personId: string;
  readonly kind: PartyKind;
}

/** What is meant to be, or was, imposed. `fine` in yuan; 0 = no fine. */
export interface Penalty {
  readonly warning: boolean;
  readonly fine: number;
}

/** What each act needs. Persons come as references, officers as the roster knew them. */
export interface ActInputs {
  readonly accept: { readonly officers: readonly Officer[] };
  readonly return_dispatch: { readonly reason: string };
  readonly redispatch: { readonly town: string; readonly reason: string };
  readonly insist_dispatch: { readonly reason: string };
  readonly assign: { readonly officers: readonly Officer[] };
  readonly verify: { readonly violation: boolean; readonly facts: string };
  readonly order_rectification: { readonly requirement: string; readonly until: LawDate };
  readonly check_rectification: { readonly rectified: boolean; readonly facts: string };
  readonly close_without_penalty: { readonly reason: NoPenaltyReason; readonly explanation: string };
  readonly switch_to_ordinary: { readonly reason: string };
  readonly file_case: { readonly officers: readonly Officer[]; readonly party: Party; readonly reason: string };
  readonly collect_evidence: {
    readonly sha256: string;
    readonly kind: EvidenceKind;
    readonly storeKey: string;
    readonly description: string;
    readonly takenAt: Instant;
    readonly place: string;
  };
  readonly end_investigation: {
    readonly officers: readonly Officer[];
    readonly report: string;
    readonly proposal: Penalty;
  };
  readonly pass_review: { readonly opinion: string };
  readonly return_review: { readonly requirement: string };
  readonly disagree_review: { readonly reasons: string };
  readonly elevate: { readonly reason: string };
  readonly request_cooperation: { readonly town: string; readonly requirement: string };
  readonly answer_cooperation: { readonly taskId: string; readonly answer: string };
  readonly decide_on_spot: {
    readonly officers: readonly Officer[];
    readonly party: Party;
    readonly facts: string;
    readonly certificatesShown: boolean;
    readonly statementHeard: boolean;
    readonly penalty: Penalty;
    readonly collectedOnSpot: boolean;
  };
  readonly give_notice: { readonly facts: string; readonly penalty: Penalty };
  readonly record_statement: { readonly raised: boolean; readonly summary: string };
  readonly decide_penalty: { readonly penalty: Penalty; readonly reasons: string };
  readonly serve_decision: { readonly method: ServiceMethod; readonly servedOn: LawDate; readonly note: string };
  readonly record_payment: { readonly amount: number; readonly paidOn: LawDate; readonly receipt: string };
  readonly close_case: { readonly summary: string };
  readonly join_report: { readonly clueId: string; readonly channel: Channel };
  readonly lapse_deadline: Readonly<Record<string, never>>;
  readonly archive_case: { readonly events: number; readonly head: string };
}

export interface CommandFrame {
  /** The caller's Idempotency-Key: the same id never acts twice. */
  readonly id: string;
  /** sha256 of what the caller sent, so that the same id with another body is noticed. */
  readonly fingerprint: string;
  readonly actor: Actor;
  /** The workflow's time. Never the caller's clock. */
  readonly at: Instant;
  /** The `seq` the caller saw (If-Match); null = no condition. */
  readonly ifSeq: number | null;
}

/** Something that somebody wants done in a case. */
export type CaseCommand = {
  readonly [A in ActName]: CommandFrame & { readonly act: A; readonly input: ActInputs[A] };
}[ActName];

export type CommandOf<A extends ActName> = Extract<CaseCommand, { act: A }>;

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
}

export type LimitOfLaw = Pick<Limit, 'value' | 'unit' | 'article'>;

/** The law that a case was opened under; it stays with the case. */
export interface LawInForce {
  readonly catalogueVersion: string;
  readonly periods: Readonly<Record<string, Period>>;
  readonly limits: Readonly<Record<LimitId, LimitOfLaw>>;
  readonly calendar: Calendar;
}

export interface Evidence extends Readonly<ActInputs['collect_evidence']> {
  readonly id: string;
  readonly takenBy: string;
}

export const REVIEW_VERDICTS = ['pass', 'return', 'disagree'] as const;
export type ReviewVerdict = (typeof REVIEW_VERDICTS)[number];

export interface Review {
  readonly reviewer: string;
  readonly verdict: ReviewVerdict;
  readonly opinion: string;
  readonly at: Instant;
}

export interface CooperationTask {
  readonly id: string;
  readonly town: string;
  readonly requirement: string;
  readonly answer: string | null;
}

export const OUTCOMES = ['penalty', 'no_penalty'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** The whole state of a case: plain JSON, the fold of its events. */
export interface CaseState {
  readonly caseId: string;
  readonly seq: number;
  readonly openedAt: Instant;
  readonly updatedAt: Instant;
  readonly item: CaseItem;
  readonly grade: Grade;
  readonly gradeReasons: readonly Reason[];
  readonly procedure: { readonly id: ProcedureId; readonly version: string };
  readonly law: LawInForce;
  readonly stage: Stage;
  /** Who has the case: a town's code, `bureau` or `dispatch_centre`. */
  readonly owner: OrgId;
  /** Where it happened. */
  readonly town: string;
  /** Lead first. */
  readonly assignees: readonly string[];
  /** Everybody who ever investigated: none of them may review (行政处罚法 58). */
  readonly investigators: readonly string[];
  readonly clueIds: readonly string[];
  readonly returns: number;
  readonly insisted: boolean;
  readonly verification: { readonly violation: boolean; readonly facts: string; readonly at: Instant } | null;
  readonly rectification: {
    readonly requirement: string;
    readonly until: LawDate;
    readonly result: { readonly rectified: boolean; readonly facts: string } | null;
  } | null;
  readonly filedAt: Instant | null;
  readonly party: Party | null;
  readonly evidence: readonly Evidence[];
  readonly proposal: Penalty | null;
  readonly reviews: readonly Review[];
  readonly notice: { readonly penalty: Penalty; readonly at: Instant; readonly statementUntil: Instant } | null;
  readonly statement: { readonly raised: boolean; readonly summary: string; readonly at: Instant } | null;
  readonly decision: { readonly penalty: Penalty; readonly onSpot: boolean; readonly at: Instant } | null;
  readonly service: { readonly method: ServiceMethod | 'on_spot'; readonly servedOn: LawDate } | null;
  readonly paid: number;
  readonly cooperation: readonly CooperationTask[];
  readonly clocks: Readonly<Record<string, Clock>>;
  readonly elevatedAt: Instant | null;
  readonly outcome: Outcome | null;
  readonly archive: { readonly events: number; readonly head: string } | null;
}

/** Clocks that an event starts and stops. */
export interface ClockChange {
  readonly start: readonly Clock[];
  readonly stop: readonly string[];
}

export type ElevationCause = 'leader' | 'light';

/** Something that happened in a case. Facts only; who, when and under which number are in `RecordedEvent`. */
export type CaseEvent =
  | {
      readonly type: 'case_opened';
      readonly caseId: string;
      readonly item: CaseItem;
      readonly grade: Grade;
      readonly gradeReasons: readonly Reason[];
      readonly procedure: { readonly id: ProcedureId; readonly version: string };
      readonly law: LawInForce;
      readonly town: string;
      readonly clueId: string;
      readonly channel: Channel;
    }
  | { readonly type: 'stage_entered'; readonly stage: Stage; readonly owner: OrgId; readonly clocks: ClockChange }
  | { readonly type: 'accepted'; readonly officers: readonly string[] }
  | { readonly type: 'dispatch_returned'; readonly reason: string }
  | { readonly type: 'dispatched'; readonly town: string; readonly insisted: boolean; readonly reason: string }
  | { readonly type: 'assigned'; readonly officers: readonly string[] }
  | { readonly type: 'report_joined'; readonly clueId: string; readonly channel: Channel }
  | { readonly type: 'verified'; readonly violation: boolean; readonly facts: string }
  | {
      readonly type: 'rectification_ordered';
      readonly requirement: string;
      readonly until: LawDate;
      readonly clocks: ClockChange;
    }
  | {
      readonly type: 'rectification_checked';
      readonly rectified: boolean;
      readonly facts: string;
      readonly clocks: ClockChange;
    }
  | {
      readonly type: 'procedure_switched';
      readonly procedure: { readonly id: ProcedureId; readonly version: string };
      readonly grade: Grade;
      readonly reason: string;
    }
  | {
      readonly type: 'case_filed';
      readonly officers: readonly string[];
      readonly party: Party;
      readonly reason: string;
      readonly clocks: ClockChange;
    }
  | { readonly type: 'evidence_collected'; readonly evidence: Evidence }
  | {
      readonly type: 'investigation_ended';
      readonly officers: readonly string[];
      readonly report: string;
      readonly proposal: Penalty;
    }
  | { readonly type: 'reviewed'; readonly verdict: ReviewVerdict; readonly opinion: string }
  | {
      readonly type: 'elevated';
      readonly cause: ElevationCause;
      readonly reason: string;
      readonly procedure: { readonly id: ProcedureId; readonly version: string };
    }
  | {
      readonly type: 'cooperation_requested';
      readonly taskId: string;
      readonly town: string;
      readonly requirement: string;
      readonly clocks: ClockChange;
    }
  | {
      readonly type: 'cooperation_answered';
      readonly taskId: string;
      readonly answer: string;
      readonly clocks: ClockChange;
    }
  | {
      readonly type: 'notice_given';
      readonly facts: string;
      readonly penalty: Penalty;
      readonly statementUntil: Instant;
    }
  | { readonly type: 'statement_recorded'; readonly raised: boolean; readonly summary: string }
  | {
      readonly type: 'decided_on_spot';
      readonly officers: readonly string[];
      readonly party: Party;
      readonly facts: string;
      readonly penalty: Penalty;
      readonly collectedOnSpot: boolean;
      readonly servedOn: LawDate;
    }
  | {
      readonly type: 'penalty_decided';
      readonly penalty: Penalty;
      readonly reasons: string;
      readonly clocks: ClockChange;
    }
  | {
      readonly type: 'decision_served';
      readonly method: ServiceMethod;
      readonly servedOn: LawDate;
      readonly note: string;
    }
  | { readonly type: 'payment_recorded'; readonly amount: number; readonly paidOn: LawDate; readonly receipt: string }
  | {
      readonly type: 'case_closed';
      readonly outcome: Outcome;
      readonly reason: NoPenaltyReason | null;
      readonly summary: string;
      readonly clocks: ClockChange;
    }
  | { readonly type: 'light_changed'; readonly clockId: string; readonly light: Light; readonly dueAt: Instant }
  | { readonly type: 'case_archived'; readonly events: number; readonly head: string };

export type CaseEventType = CaseEvent['type'];

/** An event with its place in the case: who, when, by which act and command. */
export interface RecordedEvent {
  readonly caseId: string;
  readonly seq: number;
  readonly at: Instant;
  readonly actor: Pick<Actor, 'id' | 'role' | 'org'>;
  /** `open` for the events that intake writes. */
  readonly act: ActName | 'open';
  readonly commandId: string;
  readonly fingerprint: string;
  readonly event: CaseEvent;
}
