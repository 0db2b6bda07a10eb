import { ARTICLES } from './articles';
import type { ActName, CaseState } from './case';
import type { Instant } from './catalogue';
import { isEmpty } from './penalty';
import type { Actor } from './people';
import { isCompetent } from './permission';
import { elevationNotAsked, noCooperationOpen, noDisputeOpen } from './procedures/guards/cooperation';
import {
  hearingConcluded,
  noHearingPending,
  noticeGiven,
  statementPeriodOver,
  statementsWeighed,
} from './procedures/guards/hearing';
import {
  evidenceOnFile,
  noCrimeReportOpen,
  noRectificationOpen,
  partyAddressKnown,
  transferSent,
} from './procedures/guards/investigation';
import { noMeasureOpen } from './procedures/guards/measures';
import {
  actorHasNoOtherPart,
  actorIsCertified,
  actorIsTheChair,
  noRecusalPending,
  reviewerDidNotChair,
  reviewerDidNotInvestigate,
  reviewerIsQualified,
} from './procedures/guards/officers';
import {
  collectedFineBanked,
  courtApplied,
  moneyOwed,
  noAppealOpen,
  notPerformedInTime,
  publicationTakenDown,
  reportedWhereOnSpot,
  somethingToPerform,
  withinCourtWindow,
} from './procedures/guards/performance';
import type { ActRule, StateGuard } from './procedures/procedure';
import { procedureOf } from './procedures/procedures';
import { refuse, type Refusal } from './refusal';

/** What the table asks of an act before anything is filled in. */
type Asked = Pick<ActRule<ActName>, 'by' | 'requires' | 'whileSuspended'>;

/** A condition that doesn't hold yet, and the acts by which it comes to hold; none where only time or another person helps. */
export interface Missing {
  readonly guard: StateGuard;
  readonly refusal: Refusal;
  readonly acts: readonly ActName[];
}

/** Acts of one rule of the table, any of which leads the case on, and what stands before them. */
export interface StepOn {
  readonly acts: readonly ActName[];
  readonly rule: Asked;
  readonly missing: readonly Missing[];
}

/**
 * What leads a case on from where it is; empty once it is archived. The table says who and under which conditions; which of
 * a stage's acts is its road and which stands beside it is said here.
 */
export function wayForward(state: CaseState, actor: Actor, at: Instant): readonly StepOn[] {
  const { acts } = procedureOf(state);
  const steps: { acts: ActName[]; rule: StepOn['rule']; missing: readonly Missing[] }[] = [];
  for (const act of leads(state, actor, at)) {
    const rule = acts[act];
    if (rule === undefined) continue;
    const same = steps.find((step) => step.rule.by === rule.by && step.rule.requires === rule.requires);
    if (same === undefined) steps.push({ acts: [act], rule, missing: missing(state, actor, at, rule) });
    else same.acts.push(act);
  }
  return steps;
}

function leads(state: CaseState, actor: Actor, at: Instant): readonly ActName[] {
  switch (state.stage) {
    case 'dispatch':
      return ['redispatch', 'insist_dispatch'];
    case 'accept':
      return ['accept'];
    case 'verify':
      return ['verify'];
    case 'file':
      // The summary procedure knows the first of them only, the ordinary one the other.
      return state.verification?.violation === false ? ['close_without_penalty'] : ['decide_on_spot', 'file_case'];
    case 'investigation':
      return ['end_investigation'];
    case 'review':
      return ['pass_review', 'return_review', 'disagree_review', 'correct_review', 'decline_review'];
    case 'notice':
      return state.proposal !== null && isEmpty(state.proposal) ? ['close_without_penalty'] : ['give_notice'];
    case 'decision':
      return ['decide_penalty'];
    case 'service':
      return ['serve_decision'];
    case 'performance':
      return toBePerformed(state, actor, at);
    case 'close':
      return ['close_case'];
    case 'archive':
      return ['archive_case'];
    case 'archived':
      return [];
  }
}

function toBePerformed(state: CaseState, actor: Actor, at: Instant): readonly ActName[] {
  const holds = (guard: StateGuard): boolean => guard(state, actor, at) === null;
  const late: ActName = state.demand === null ? 'give_demand_notice' : 'apply_to_court';
  return [
    ...(holds(courtApplied) ? (['record_court_result'] as const) : holds(notPerformedInTime) ? [late] : []),
    ...(holds(moneyOwed) ? (['record_payment'] as const) : []),
    ...(holds(somethingToPerform) ? (['record_performance'] as const) : []),
  ];
}

/** Asked of the person and not of the case: of no interest to whoever may not do the act anyway. */
const OF_THE_PERSON: readonly StateGuard[] = [
  actorIsCertified,
  actorHasNoOtherPart,
  actorIsTheChair,
  reviewerIsQualified,
  reviewerDidNotInvestigate,
  reviewerDidNotChair,
];

/** By which acts a condition comes to hold. */
const BROUGHT_BY: ReadonlyMap<StateGuard, readonly ActName[]> = new Map<StateGuard, readonly ActName[]>([
  [notSuspended, ['resume_case']],
  [noRectificationOpen, ['check_rectification']],
  [noDisputeOpen, ['decide_jurisdiction']],
  [noCrimeReportOpen, ['dismiss_crime_report', 'transfer_case']],
  [noRecusalPending, ['decide_recusal']],
  [noCooperationOpen, ['answer_cooperation']],
  [elevationNotAsked, ['refuse_elevation', 'elevate']],
  [publicationTakenDown, ['withdraw_publication']],
  [evidenceOnFile, ['collect_evidence']],
  [noticeGiven, ['give_notice']],
  [statementPeriodOver, ['record_statement']],
  [statementsWeighed, ['weigh_statement']],
  [noHearingPending, ['give_hearing_notice', 'record_hearing', 'waive_hearing']],
  [hearingConcluded, ['give_hearing_notice', 'record_hearing', 'waive_hearing']],
  [partyAddressKnown, ['complete_party']],
  [noMeasureOpen, ['dispose_measure']],
  [noAppealOpen, ['end_appeal']],
  [withinCourtWindow, ['end_appeal']],
  [collectedFineBanked, ['hand_in_fine', 'bank_fine']],
  [reportedWhereOnSpot, ['report_for_record']],
  [transferSent, ['send_transfer']],
]);

/** Which no table asks for by itself: `decide` asks it of every act that doesn't go on meanwhile. */
function notSuspended(state: CaseState): Refusal | null {
  return state.suspended === null
    ? null
    : refuse('case_suspended', '案件已中止，恢复办理后才能继续。', ARTICLES.decisionPeriod);
}

function missing(state: CaseState, actor: Actor, at: Instant, rule: Asked): readonly Missing[] {
  const concerned = isCompetent(state, actor, rule);
  const asked = rule.requires.filter((guard) => concerned || !OF_THE_PERSON.includes(guard));
  // What else is missing can't be brought either while the case is suspended.
  const stopped = notSuspended(state) !== null && rule.whileSuspended !== true;
  return (stopped ? [notSuspended] : asked).flatMap((guard) => {
    const refusal = guard(state, actor, at);
    if (refusal === null) return [];
    const acts = (BROUGHT_BY.get(guard) ?? []).filter((act) => isOpen(state, actor, at, act));
    return { guard, refusal, acts };
  });
}

/** Whether the case lets an act be done now, by whoever may. */
function isOpen(state: CaseState, actor: Actor, at: Instant, act: ActName): boolean {
  const rule = procedureOf(state).acts[act];
  return (
    rule !== undefined &&
    rule.at.includes(state.stage) &&
    (rule.whileSuspended === true || notSuspended(state) === null) &&
    rule.requires.every((guard) => OF_THE_PERSON.includes(guard) || guard(state, actor, at) === null)
  );
}
