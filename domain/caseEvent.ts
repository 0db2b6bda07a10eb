import type {
  ActInputs,
  AppealKind,
  AppealResult,
  CollectionGround,
  CourtResult,
  Disposal,
  InquirySubject,
  MeasureKind,
  NoPenaltyReason,
  Party,
  Penalty,
  RecusalAsker,
  ServiceMethod,
  SuspensionGround,
  TerminationGround,
  UrgingKind,
} from './actInputs';
import type { CaseItem, Evidence, Outcome, ReviewVerdict, Stage } from './caseTerms';
import type { Grade, Instant, LawDate, Period, ProcedureId, RungConsequence, RungFrom, RungTo } from './catalogue';
import type { LawInForce } from './law';
import type { OrgId } from './people';
import type { Reason } from './reason';
import type { Clock, Light } from './time/clock';
import type { Channel } from './triage/triage';

/** Clocks that an event sets (starts, pauses, resumes, extends: the whole ledger as it now stands) and stops. */
export interface ClockChange {
  readonly set: readonly Clock[];
  readonly stop: readonly string[];
}

/** The bureau takes a case by a leader's order, at the town's request, or because a light stayed red. */
export type ElevationCause = 'leader' | 'request' | 'light';

export interface ProcedureRef {
  readonly id: ProcedureId;
  readonly version: string;
}

/** A due date that moved because the calendar's or a period's data changed. */
export interface Moved {
  readonly clockId: string;
  readonly name: string;
  readonly from: Instant;
  readonly to: Instant;
}

interface Changing {
  readonly clocks: ClockChange;
}

/** What each type of event tells. Facts only; who, when and under which number are in `RecordedEvent`. */
export interface EventFacts {
  readonly case_opened: {
    readonly caseId: string;
    readonly item: CaseItem;
    readonly grade: Grade;
    readonly gradeReasons: readonly Reason[];
    readonly procedure: ProcedureRef;
    readonly law: LawInForce;
    readonly town: string;
    readonly clueId: string;
    readonly channel: Channel;
    /** When the clue came in; the case is opened, and dispatched, at the event's own instant. */
    readonly reportedAt: Instant;
  };
  readonly stage_entered: { readonly stage: Stage; readonly owner: OrgId } & Changing;
  /** `reason`: why these, where somebody said so. */
  readonly accepted: { readonly officers: readonly string[]; readonly reason?: string };
  readonly dispatch_returned: { readonly reason: string };
  readonly dispatched: { readonly town: string; readonly insisted: boolean; readonly reason: string } & Changing;
  readonly assigned: { readonly officers: readonly string[]; readonly reason?: string };
  readonly report_joined: { readonly clueId: string; readonly channel: Channel };
  /** The clue goes back to the desk, where it is to be settled by `dueAt`. */
  readonly report_split: {
    readonly clueId: string;
    readonly reason: string;
    readonly yellowAt: Instant;
    readonly dueAt: Instant;
  };
  /** The end of a case whose matter is another's: that one takes its reports over. */
  readonly case_merged: { readonly into: string; readonly reason: string } & Changing;

  readonly verified: { readonly violation: boolean; readonly facts: string };
  readonly rectification_ordered: { readonly requirement: string; readonly until: LawDate } & Changing;
  readonly rectification_checked: { readonly rectified: boolean; readonly facts: string } & Changing;
  readonly party_completed: { readonly party: Party };
  readonly procedure_switched: { readonly procedure: ProcedureRef; readonly grade: Grade; readonly reason: string };
  readonly case_filed: {
    readonly officers: readonly string[];
    readonly party: Party;
    readonly reason: string;
    readonly committedOn: LawDate | null;
    readonly harm: boolean;
  } & Changing;
  readonly evidence_collected: { readonly evidence: Evidence };
  readonly inquiry_recorded: {
    readonly recordId: string;
    readonly officers: readonly string[];
    readonly subject: InquirySubject;
    readonly place: string;
    readonly from: Instant;
    readonly until: Instant;
    readonly record: string;
  };
  readonly scene_recorded: {
    readonly recordId: string;
    readonly officers: readonly string[];
    readonly place: string;
    readonly from: Instant;
    readonly until: Instant;
    readonly partyPresent: boolean;
    readonly record: string;
  };
  readonly recusal_asked: {
    readonly recusalId: string;
    readonly person: string;
    readonly asker: RecusalAsker;
    readonly reason: string;
  } & Changing;
  readonly recusal_decided: {
    readonly recusalId: string;
    readonly person: string;
    readonly granted: boolean;
    readonly reason: string;
  } & Changing;
  readonly measure_taken: {
    readonly measureId: string;
    readonly kind: MeasureKind;
    readonly officers: readonly string[];
    readonly goods: string;
    readonly place: string;
    readonly reason: string;
    readonly approved: boolean;
  } & Changing;
  readonly measure_approved: {
    readonly measureId: string;
    readonly approved: boolean;
    readonly reason: string;
  } & Changing;
  readonly testing_started: { readonly measureId: string; readonly subject: string } & Changing;
  readonly testing_ended: { readonly measureId: string; readonly result: string } & Changing;
  readonly measure_disposed: {
    readonly measureId: string;
    readonly disposal: Disposal;
    readonly note: string;
  } & Changing;
  readonly investigation_ended: {
    readonly officers: readonly string[];
    readonly report: string;
    readonly proposal: Penalty;
  };

  readonly reviewed: { readonly verdict: ReviewVerdict; readonly opinion: string };
  readonly discussed: {
    readonly heldOn: LawDate;
    readonly participants: readonly string[];
    readonly record: string;
    readonly conclusion: Penalty;
  };

  readonly notice_given: {
    readonly facts: string;
    readonly penalty: Penalty;
    readonly servedOn: LawDate;
    readonly method: ServiceMethod;
    /** The first instant at which the time for a statement is over. */
    readonly statementUntil: Instant;
    /** The same for asking for a hearing; null = none is due. */
    readonly hearingUntil: Instant | null;
  };
  readonly statement_recorded: { readonly raised: boolean; readonly summary: string; readonly waived: boolean };
  readonly statement_weighed: { readonly adopted: 'all' | 'part' | 'none'; readonly reasons: string };
  readonly hearing_requested: { readonly requestedOn: LawDate; readonly reason: string } & Changing;
  readonly hearing_waived: { readonly note: string } & Changing;
  readonly hearing_noticed: {
    readonly servedOn: LawDate;
    readonly method: ServiceMethod;
    readonly heldAt: Instant;
    readonly place: string;
    readonly chair: string;
  };
  readonly hearing_recorded: {
    readonly heldOn: LawDate;
    readonly attended: boolean;
    readonly record: string;
    readonly opinion: string;
  } & Changing;

  readonly decided_on_spot: {
    readonly officers: readonly string[];
    readonly party: Party;
    readonly place: string;
    readonly facts: string;
    readonly penalty: Penalty;
    readonly collection: CollectionGround | null;
    readonly servedOn: LawDate;
    readonly payBy: LawDate;
  } & Changing;
  readonly reported_for_record: { readonly reportedOn: LawDate } & Changing;
  readonly fine_handed_in: { readonly handedInOn: LawDate; readonly receipt: string } & Changing;
  readonly fine_banked: { readonly bankedOn: LawDate; readonly receipt: string } & Changing;
  readonly penalty_decided: { readonly penalty: Penalty; readonly reasons: string } & Changing;
  readonly service_announced: { readonly announcedOn: LawDate; readonly where: string } & Changing;
  readonly decision_served: {
    readonly method: ServiceMethod;
    readonly servedOn: LawDate;
    readonly note: string;
    readonly proof: string;
    readonly payBy: LawDate;
  } & Changing;
  readonly decision_published: { readonly publishedOn: LawDate; readonly where: string };
  readonly publication_withdrawn: { readonly withdrawnOn: LawDate } & Changing;
  readonly decision_withdrawn: { readonly reason: string } & Changing;

  readonly payment_recorded: { readonly amount: number; readonly paidOn: LawDate; readonly receipt: string };
  readonly performance_recorded: { readonly performedOn: LawDate; readonly description: string };
  readonly deferral_granted: ActInputs['grant_deferral'] & Changing;
  readonly late_fine_waived: { readonly reason: string };
  readonly appeal_recorded: { readonly kind: AppealKind; readonly filedOn: LawDate; readonly body: string } & Changing;
  readonly appeal_ended: { readonly endedOn: LawDate; readonly result: AppealResult; readonly note: string } & Changing;
  readonly demand_notice_given: {
    readonly servedOn: LawDate;
    readonly method: ServiceMethod;
    /** The first instant at which the court may be asked (行政强制法 54). */
    readonly waitUntil: Instant;
  };
  readonly court_applied: { readonly appliedOn: LawDate; readonly court: string } & Changing;
  readonly court_result_recorded: {
    readonly on: LawDate;
    readonly result: CourtResult;
    readonly note: string;
  } & Changing;

  readonly period_extended: { readonly clockId: string; readonly number: number; readonly reason: string } & Changing;
  readonly case_suspended: { readonly ground: SuspensionGround; readonly reason: string } & Changing;
  readonly case_resumed: { readonly reason: string } & Changing;
  readonly law_changed: {
    readonly law: LawInForce;
    readonly reason: string;
    readonly moved: readonly Moved[];
  } & Changing;

  readonly elevation_requested: { readonly reason: string } & Changing;
  readonly elevation_refused: { readonly reason: string } & Changing;
  readonly elevated: {
    readonly cause: ElevationCause;
    readonly reason: string;
    readonly procedure: ProcedureRef;
  } & Changing;
  readonly sent_down: { readonly reason: string; readonly grade: Grade } & Changing;
  readonly cooperation_requested: {
    readonly taskId: string;
    readonly town: string;
    readonly requirement: string;
  } & Changing;
  readonly cooperation_answered: { readonly taskId: string; readonly answer: string } & Changing;
  readonly cooperation_returned: { readonly taskId: string; readonly reason: string } & Changing;
  readonly guidance_asked: { readonly guidanceId: string; readonly question: string } & Changing;
  readonly guidance_answered: { readonly guidanceId: string; readonly answer: string } & Changing;
  readonly jurisdiction_disputed: { readonly with: string; readonly reason: string } & Changing;
  readonly jurisdiction_decided: { readonly town: string; readonly reason: string } & Changing;
  readonly crime_reported: { readonly facts: string } & Changing;
  readonly crime_report_dismissed: { readonly reason: string } & Changing;
  readonly transfer_decided: {
    readonly to: 'police' | 'authority';
    readonly body: string;
    readonly reason: string;
  } & Changing;
  readonly transfer_sent: { readonly sentOn: LawDate; readonly receipt: string } & Changing;
  readonly transfer_taken_back: { readonly reason: string } & Changing;

  readonly urged: {
    readonly urgingId: string;
    readonly kind: UrgingKind;
    readonly listed: boolean;
    readonly clockId: string | null;
    readonly requirement: string;
    /** With the time that was given for the answer. */
    readonly period: Period;
    readonly dueAt: Instant;
  } & Changing;
  readonly urging_answered: { readonly urgingId: string; readonly answer: string } & Changing;
  readonly supervision_checked: {
    readonly urgingId: string;
    readonly good: boolean;
    readonly opinion: string;
  } & Changing;
  readonly overdue_appealed: { readonly overdueId: string; readonly reason: string } & Changing;
  readonly overdue_judged: {
    readonly overdueId: string;
    readonly granted: boolean;
    readonly reason: string;
  } & Changing;

  readonly case_closed: {
    readonly outcome: Exclude<Outcome, 'merged'>;
    readonly reason: NoPenaltyReason | TerminationGround | null;
    readonly summary: string;
  } & Changing;
  readonly light_changed: { readonly clockId: string; readonly light: Light; readonly dueAt: Instant };
  /** A duty climbed a rung of the ladder: who is told of it, or that the bureau takes the case. */
  readonly rung_reached: {
    readonly clockId: string;
    readonly rung: number;
    readonly from: RungFrom;
    readonly to: RungTo;
    readonly consequence: RungConsequence;
    /** Since when it could have been climbed, and when the duty was or is due. */
    readonly since: Instant;
    readonly dueAt: Instant;
  };
  readonly case_archived: { readonly events: number; readonly head: string };
}

export type CaseEventType = keyof EventFacts;

/** Something that happened in a case. */
export type CaseEvent = { readonly [T in CaseEventType]: { readonly type: T } & EventFacts[T] }[CaseEventType];

export type EventOf<T extends CaseEventType> = { readonly type: T } & EventFacts[T];
