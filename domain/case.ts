import type {
  ActInputs,
  ActName,
  AppealKind,
  AppealResult,
  CollectionGround,
  CourtResult,
  Disposal,
  InquirySubject,
  MeasureKind,
  Party,
  Penalty,
  ServiceMethod,
  SuspensionGround,
  UrgingKind,
} from './actInputs';
import type { CaseEvent, ProcedureRef } from './caseEvent';
import type { CaseItem, Evidence, Outcome, ReviewVerdict, Stage } from './caseTerms';
import type { Grade, Instant, LawDate, Period } from './catalogue';
import type { LawInForce } from './law';
import type { Actor, OrgId } from './people';
import type { Reason } from './reason';
import type { Clock } from './time/clock';

// The front door of a case's types: what is done, what happened, how it stands.
export * from './actInputs';
export type * from './caseEvent';
export * from './caseTerms';
export type * from './law';

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

/** 询问笔录 and 现场笔录. */
export interface WrittenRecord {
  readonly id: string;
  readonly kind: 'inquiry' | 'scene';
  readonly subject: InquirySubject | null;
  readonly officers: readonly string[];
  readonly place: string;
  readonly from: Instant;
  readonly until: Instant;
}

export interface Recusal {
  readonly id: string;
  readonly person: string;
  readonly reason: string;
  /** null = not decided yet. */
  readonly granted: boolean | null;
}

/** 先行登记保存 or 查封扣押. Its clock has its id. */
export interface Measure {
  readonly id: string;
  readonly kind: MeasureKind;
  readonly goods: string;
  readonly approved: boolean;
  readonly testing: boolean;
  readonly disposal: Disposal | null;
}

export interface Review {
  readonly reviewer: string;
  readonly verdict: ReviewVerdict;
  readonly opinion: string;
  readonly at: Instant;
}

export interface Discussion {
  readonly heldOn: LawDate;
  readonly participants: readonly string[];
  readonly conclusion: Penalty;
}

export interface Notice {
  readonly penalty: Penalty;
  /** The party has spoken after it, in writing or at a hearing: nothing heavier may follow (行政处罚法 45). */
  readonly answered: boolean;
  readonly at: Instant;
  readonly servedOn: LawDate;
  readonly statementUntil: Instant;
  readonly hearingUntil: Instant | null;
}

export interface Statement {
  /** The notice that it answers, counted from one: two acts may bear the same instant. */
  readonly notice: number;
  readonly raised: boolean;
  readonly summary: string;
  readonly waived: boolean;
  readonly at: Instant;
  /** What the agency made of it, in writing; null = not weighed yet. */
  readonly weighed: { readonly adopted: 'all' | 'part' | 'none'; readonly reasons: string } | null;
}

export interface Hearing {
  readonly requestedOn: LawDate | null;
  readonly waived: boolean;
  readonly notice: { readonly servedOn: LawDate; readonly heldAt: Instant; readonly chair: string } | null;
  readonly heldOn: LawDate | null;
}

export interface DecisionMade {
  readonly penalty: Penalty;
  readonly onSpot: boolean;
  readonly at: Instant;
}

export interface Service {
  readonly method: ServiceMethod | 'on_spot';
  readonly servedOn: LawDate;
  /** The last day to pay, or to perform. */
  readonly payBy: LawDate;
}

export interface Payment {
  readonly amount: number;
  readonly paidOn: LawDate;
}

/** 复议 or 诉讼. */
export interface Appeal {
  readonly kind: AppealKind;
  readonly filedOn: LawDate;
  readonly endedOn: LawDate | null;
  readonly result: AppealResult | null;
}

export interface CooperationTask {
  readonly id: string;
  readonly town: string;
  readonly requirement: string;
  readonly answer: string | null;
  readonly returns: number;
  /** Waits for the town: not answered, or returned, in a case that goes on. */
  readonly open: boolean;
}

/** 业务指导: what a town has asked the bureau in its own case. Its clock has its id, and the bureau owes the answer. */
export interface Guidance {
  readonly id: string;
  readonly question: string;
  readonly answer: string | null;
  /** Waits for the bureau, in a town's case that goes on. */
  readonly open: boolean;
}

/** 催办 or 督办: an organisation is asked for an answer. Its clock has its id, and its owner owes the answer. */
export interface Urging {
  readonly id: string;
  readonly kind: UrgingKind;
  /** 挂牌. */
  readonly listed: boolean;
  readonly by: string;
  readonly clockId: string | null;
  readonly requirement: string;
  /** Who was asked last, and how long there is for an answer. */
  readonly org: OrgId;
  readonly period: Period;
  readonly answer: string | null;
  readonly answeredBy: string | null;
  readonly returns: number;
  /** Waits for the answer, in a case that goes on. */
  readonly open: boolean;
  /** The answer to an order was found good. */
  readonly checked: boolean;
}

/** 超期: a duty that was late. The fact stays; a granted appeal takes it out of the score. */
export interface Overdue {
  readonly id: string;
  readonly clockId: string;
  readonly name: string;
  readonly org: OrgId;
  readonly person: string | null;
  readonly startedAt: Instant;
  readonly dueAt: Instant;
  readonly appeal: {
    readonly by: string;
    readonly reason: string;
    readonly judgement: { readonly by: string; readonly granted: boolean; readonly reason: string } | null;
  } | null;
}

/** The whole state of a case: plain JSON, the fold of its events. */
export interface CaseState {
  readonly caseId: string;
  readonly seq: number;
  readonly openedAt: Instant;
  readonly updatedAt: Instant;
  readonly item: CaseItem;
  readonly grade: Grade;
  readonly gradeReasons: readonly Reason[];
  readonly procedure: ProcedureRef;
  readonly law: LawInForce;
  readonly stage: Stage;
  /** Who has the case: a town's code, `bureau` or `dispatch_centre`. */
  readonly owner: OrgId;
  /** Where it happened. */
  readonly town: string;
  /** Lead first. */
  readonly assignees: readonly string[];
  /** Everybody who ever investigated: none of them may review or chair a hearing (行政处罚法 58, 64). */
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
  /** What the limitation is reckoned from (行政处罚法 36). */
  readonly violation: { readonly committedOn: LawDate | null; readonly harm: boolean } | null;
  readonly evidence: readonly Evidence[];
  readonly records: readonly WrittenRecord[];
  readonly recusals: readonly Recusal[];
  readonly measures: readonly Measure[];
  readonly proposal: Penalty | null;
  readonly reviews: readonly Review[];
  /** Passed, and not investigated again since (行政处罚法 58). */
  readonly reviewStands: boolean;
  readonly discussion: Discussion | null;
  /** Oldest first; the last one counts, and nothing may be heavier than any that the party has answered. */
  readonly notices: readonly Notice[];
  readonly statements: readonly Statement[];
  readonly hearing: Hearing;
  readonly decision: DecisionMade | null;
  /** Decisions that were withdrawn, oldest first. */
  readonly withdrawn: readonly DecisionMade[];
  readonly service: Service | null;
  readonly announcedOn: LawDate | null;
  readonly publishedOn: LawDate | null;
  /** The fine that was collected on the spot and its way to the bank (行政处罚法 71). */
  readonly collection: {
    readonly ground: CollectionGround;
    readonly handedInOn: LawDate | null;
    readonly bankedOn: LawDate | null;
  } | null;
  readonly reportedForRecordOn: LawDate | null;
  readonly payments: readonly Payment[];
  readonly performedOn: LawDate | null;
  readonly deferredUntil: LawDate | null;
  readonly lateFineWaived: boolean;
  readonly appeals: readonly Appeal[];
  readonly demand: { readonly servedOn: LawDate; readonly waitUntil: Instant } | null;
  readonly court: { readonly appliedOn: LawDate; readonly court: string; readonly result: CourtResult | null } | null;
  readonly suspended: { readonly ground: SuspensionGround; readonly since: Instant } | null;
  readonly cooperation: readonly CooperationTask[];
  readonly guidance: readonly Guidance[];
  readonly urgings: readonly Urging[];
  readonly overdue: readonly Overdue[];
  readonly jurisdiction: { readonly with: string; readonly reason: string } | null;
  readonly elevationAsked: string | null;
  readonly elevatedAt: Instant | null;
  readonly crimeReported: boolean;
  readonly transfer: {
    readonly to: 'police' | 'authority';
    readonly body: string;
    readonly sentOn: LawDate | null;
  } | null;
  readonly clocks: Readonly<Record<string, Clock>>;
  readonly outcome: Outcome | null;
  /** The case that took its reports over, where it was merged. */
  readonly mergedInto: string | null;
  readonly archive: { readonly events: number; readonly head: string } | null;
}

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
