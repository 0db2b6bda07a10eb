import type { ActInputs, ActName, CaseState, RecordedEvent, Stage } from '../../../domain/case';
import type { Grade, Instant } from '../../../domain/catalogue';
import { fold } from '../../../domain/evolve';
import { owedBy } from '../../../domain/owed';
import type { Actor } from '../../../domain/people';
import { isEmpty } from '../../../domain/penalty';
import { reviewIsDue } from '../../../domain/procedures/guards/review';
import { addDays, endOf, lawDateOf } from '../../../domain/time/lawDate';
import { later, open, opening, step, type Opened, type Step } from './aCase';
import { lawfulPenalty } from './inputs';
import { anyLeader, decider, dispatcher, freeReviewer, handler, office, officer, system } from './people';

export interface OnRoad {
  readonly act: ActName;
  readonly by: Actor;
  readonly input?: Partial<ActInputs[ActName]>;
  /** The first instant at which it may be done; null = at once. */
  readonly from?: Instant | null;
}

const OPEN_TO_RECTIFY: readonly Stage[] = ['verify', 'file', 'investigation'];

/** The next act on the shortest lawful road to the archive, and who does it; null once archived. */
export function nextOnRoad(state: CaseState): OnRoad | null {
  return inTheWay(state) ?? onMainRoad(state);
}

/** The same by somebody in a hurry, who leaves what should be settled first: the law must stop them, not the road. */
export function straightOn(state: CaseState): OnRoad | null {
  return state.stage === 'dispatch' || state.stage === 'accept' ? nextOnRoad(state) : onMainRoad(state);
}

/** What must be settled before the case goes on. */
function inTheWay(state: CaseState): OnRoad | null {
  const by = decider(state);
  const measure = state.measures.find(({ disposal }) => disposal === null);
  const recusal = state.recusals.find(({ granted }) => granted === null);
  const beforeDecision = state.decision === null && state.outcome === null && state.stage !== 'close';
  if (state.stage === 'archive' || state.stage === 'archived') return null;
  if (state.jurisdiction !== null && beforeDecision) return { act: 'decide_jurisdiction', by: anyLeader(state) };
  if (state.stage === 'dispatch') return { act: 'insist_dispatch', by: dispatcher };
  if (state.suspended !== null) return { act: 'resume_case', by };
  if (state.stage === 'accept') return { act: 'accept', by: handler(state) };
  if (recusal !== undefined) return { act: 'decide_recusal', by: anyLeader(state, recusal.person) };
  if (state.elevationAsked !== null && beforeDecision) return { act: 'refuse_elevation', by: anyLeader(state) };
  if (state.publishedOn !== null && state.decision === null) return { act: 'withdraw_publication', by };
  if (state.crimeReported) return { act: 'dismiss_crime_report', by };
  if (measure !== undefined) return { act: 'dispose_measure', by };
  const rectifying = state.rectification !== null && state.rectification.result === null;
  if (rectifying && OPEN_TO_RECTIFY.includes(state.stage)) return { act: 'check_rectification', by: handler(state) };
  return null;
}

function onMainRoad(state: CaseState): OnRoad | null {
  const task = state.cooperation.find((candidate) => candidate.open);
  switch (state.stage) {
    case 'dispatch':
    case 'accept':
      throw new Error(`${state.stage} is settled first`);
    case 'verify':
      return { act: 'verify', by: handler(state) };
    case 'file':
      if (!state.item.verified || state.verification?.violation !== true) {
        return { act: 'close_without_penalty', by: decider(state) };
      }
      return state.procedure.id === 'summary'
        ? { act: 'decide_on_spot', by: handler(state) }
        : { act: 'file_case', by: decider(state) };
    case 'investigation':
      if (task !== undefined) return { act: 'answer_cooperation', by: townsman(state, task.town) };
      if (!state.item.verified) return { act: 'close_without_penalty', by: decider(state) };
      return { act: state.evidence.length === 0 ? 'collect_evidence' : 'end_investigation', by: handler(state) };
    case 'review':
      return { act: 'pass_review', by: freeReviewer(state) };
    case 'notice': {
      const penalty = state.proposal;
      return penalty === null || isEmpty(penalty) || !state.item.verified
        ? { act: 'close_without_penalty', by: decider(state) }
        : { act: 'give_notice', by: handler(state) };
    }
    case 'decision':
      return toDecision(state);
    case 'service':
      return { act: 'serve_decision', by: handler(state) };
    case 'performance':
      return toPerformance(state);
    case 'close':
      return toClose(state);
    case 'archive':
      return { act: 'archive_case', by: system };
    case 'archived':
      return null;
  }
}

function townsman(state: CaseState, town: string): Actor {
  for (let n = 1; ; n += 1) {
    const one = officer(town, n);
    if (!state.recusals.some(({ person, granted }) => person === one.id && granted === true)) return one;
  }
}

function toDecision(state: CaseState): OnRoad {
  const { requestedOn, waived, notice, heldOn } = state.hearing;
  const asked = state.notices.at(-1);
  if (asked === undefined || !state.item.verified) return { act: 'close_without_penalty', by: decider(state) };
  if (requestedOn !== null && !waived && heldOn === null) {
    if (notice === null) return { act: 'give_hearing_notice', by: decider(state) };
    const chair = whoIs(state, notice.chair);
    // A chair who has left the house is replaced.
    return chair === null
      ? { act: 'give_hearing_notice', by: decider(state) }
      : { act: 'record_hearing', by: chair, from: notice.heldAt };
  }
  if (state.statements.some(({ raised, weighed }) => raised && weighed === null)) {
    return { act: 'weigh_statement', by: handler(state) };
  }
  if (state.party?.addressKnown === false) return { act: 'complete_party', by: handler(state) };
  const waivedSince = state.statements.some(
    ({ waived: all, notice: answers }) => all && answers === state.notices.length,
  );
  if (!waivedSince) return { act: 'record_statement', by: handler(state) };
  const penalty = lawfulPenalty(state);
  const discussed =
    state.discussion !== null && JSON.stringify(state.discussion.conclusion) === JSON.stringify(penalty);
  const waitsFor = asked.hearingUntil !== null && !waived && heldOn === null ? asked.hearingUntil : null;
  if (reviewIsDue(state, penalty) && !state.reviewStands) {
    return { act: 'close_without_penalty', by: decider(state) };
  }
  // Discussed whether it must be or not: a leader may always ask the others.
  return discussed
    ? { act: 'decide_penalty', by: decider(state), from: waitsFor }
    : { act: 'record_discussion', by: decider(state) };
}

/** The chairs that these tests name; null for anybody else, or who may not act any more. */
function whoIs(state: CaseState, id: string): Actor | null {
  if (state.recusals.some(({ person, granted }) => person === id && granted === true)) return null;
  const [, role, rest] = /^(bureau-officer|officer|reviewer|leader|office)-(.+)$/.exec(id) ?? [];
  const base = { id, certificateUntil: '2099-12-31', qualified: role === 'reviewer' };
  switch (role) {
    case 'bureau-officer':
      return { ...base, role: 'bureau_officer', org: 'bureau' };
    case 'reviewer':
      return { ...base, role: 'legal_reviewer', org: 'bureau' };
    case 'leader':
      return { ...base, role: 'leader', org: 'bureau' };
    case 'officer':
    case 'office': {
      const town = rest?.slice(0, 9) ?? '';
      return state.grade !== 'bureau' && town === state.town
        ? { ...base, role: role === 'officer' ? 'town_officer' : 'town_office', org: town }
        : null;
    }
    case undefined:
    default:
      return null;
  }
}

function toPerformance(state: CaseState): OnRoad {
  const today = lawDateOf(later(state.updatedAt, 60_000));
  if (state.decision?.onSpot === true && state.reportedForRecordOn === null) {
    return { act: 'report_for_record', by: decider(state) };
  }
  return owedBy(state, today) > 0
    ? { act: 'record_payment', by: decider(state) }
    : { act: 'record_performance', by: handler(state) };
}

function toClose(state: CaseState): OnRoad {
  if (state.appeals.some(({ endedOn }) => endedOn === null)) return { act: 'end_appeal', by: decider(state) };
  if (state.decision?.onSpot === true && state.reportedForRecordOn === null) {
    return { act: 'report_for_record', by: decider(state) };
  }
  if (state.collection !== null && state.collection.handedInOn === null) {
    return { act: 'hand_in_fine', by: handler(state) };
  }
  if (state.collection !== null && state.collection.bankedOn === null) return { act: 'bank_fine', by: decider(state) };
  if (state.transfer !== null && state.transfer.sentOn === null) return { act: 'send_transfer', by: decider(state) };
  return { act: 'close_case', by: decider(state) };
}

/** One act further on that road. */
export function onward(state: CaseState, at?: Instant): Step {
  const next = nextOnRoad(state);
  if (next === null) throw new Error('the case is archived');
  const { from } = next;
  const soon = later(state.updatedAt, 60_000);
  return step(state, next.act, next.by, next.input ?? {}, at ?? (from != null && from > soon ? from : soon));
}

/** All the way: each state on the road, the last one archived. Throws where the road does not end. */
export function toArchive(start: CaseState): readonly Step[] {
  const steps: Step[] = [];
  for (let state = start; state.stage !== 'archived';) {
    if (steps.length > 60) throw new Error(`no way out of ${state.stage}`);
    const taken = onward(state);
    steps.push(taken);
    state = taken.state;
  }
  return steps;
}

/** A case of this grade where it has just reached a stage, by the road that people take. */
export function reach(grade: Grade, stage: Stage, opened: Opened = {}): CaseState {
  return drive(open(grade, opened), stage);
}

export function drive(start: CaseState, stage: Stage): CaseState {
  let state = start;
  if (stage === 'dispatch') return step(state, 'return_dispatch', office(state.town)).state;
  while (state.stage !== stage) {
    if (state.stage === 'archived') throw new Error(`${start.grade} never reaches ${stage}`);
    // On the spot and unpaid, so that the road leads through performance too.
    const unpaid = state.stage === 'file' && stage === 'performance' && state.procedure.id === 'summary';
    state = unpaid ? step(state, 'decide_on_spot', handler(state), { collection: null }).state : onward(state).state;
  }
  return state;
}

/** A case at its decision in which nothing stands between it and the decision any more. */
export function readyToDecide(grade: Grade, opened: Opened = {}): CaseState {
  let state = reach(grade, 'decision', opened);
  while (nextOnRoad(state)?.act !== 'decide_penalty') state = onward(state).state;
  return state;
}

/** A case with everything that was recorded of it. */
export function begin(grade: Grade, opened: Opened = {}): { state: CaseState; events: readonly RecordedEvent[] } {
  const events = opening(grade, opened);
  return { state: fold(events), events };
}

export const MINUTE = 60_000;
export const DAY = 86_400_000;
export const afterMinutes = (state: CaseState, minutes: number): Instant => later(state.updatedAt, minutes * MINUTE);
export const afterDays = (state: CaseState, days: number): Instant => later(state.updatedAt, days * DAY);
/** Nine o'clock on a day. */
export const morningOf = (day: string): Instant => later(endOf(addDays(day, -1)), 9 * 3_600_000);
