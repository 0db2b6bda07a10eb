import type { ActName, CaseState, RecordedEvent, Stage } from '../../../domain/case';
import type { Grade, Instant } from '../../../domain/catalogue';
import type { Actor } from '../../../domain/people';
import { later, open, opening, step, type Opened, type Step } from './aCase';
import { fold } from '../../../domain/evolve';
import { decider, dispatcher, handler, office, officer, reviewer, system } from './people';

/** The next act on the shortest lawful road to the archive, and who does it; null once archived. */
export function nextOnRoad(state: CaseState): { readonly act: ActName; readonly by: Actor } | null {
  const task = state.cooperation.find(({ answer }) => answer === null);
  const rectifying = state.rectification !== null && state.rectification.result === null;
  switch (state.stage) {
    case 'dispatch':
      return { act: 'insist_dispatch', by: dispatcher };
    case 'accept':
      return { act: 'accept', by: handler(state) };
    case 'verify':
      return { act: 'verify', by: handler(state) };
    case 'file':
      if (rectifying) return { act: 'check_rectification', by: handler(state) };
      if (!state.item.verified || state.verification?.violation !== true) {
        return { act: 'close_without_penalty', by: decider(state) };
      }
      return state.procedure.id === 'summary'
        ? { act: 'decide_on_spot', by: handler(state) }
        : { act: 'file_case', by: decider(state) };
    case 'investigation':
      if (rectifying) return { act: 'check_rectification', by: handler(state) };
      if (task !== undefined) return { act: 'answer_cooperation', by: officer(task.town) };
      if (!state.item.verified) return { act: 'close_without_penalty', by: decider(state) };
      return { act: state.evidence.length === 0 ? 'collect_evidence' : 'end_investigation', by: handler(state) };
    case 'review':
      return {
        act: 'pass_review',
        by: reviewer([1, 2, 3].find((n) => !state.investigators.includes(`reviewer-${n}`))),
      };
    case 'notice': {
      const penalty = state.proposal;
      const empty = penalty === null || (penalty.fine === 0 && !penalty.warning);
      return empty || !state.item.verified
        ? { act: 'close_without_penalty', by: decider(state) }
        : { act: 'give_notice', by: handler(state) };
    }
    case 'decision':
      return state.statement === null
        ? { act: 'record_statement', by: handler(state) }
        : { act: 'decide_penalty', by: decider(state) };
    case 'service':
      return { act: 'serve_decision', by: handler(state) };
    case 'performance':
      return { act: 'record_payment', by: decider(state) };
    case 'close':
      return { act: 'close_case', by: decider(state) };
    case 'archive':
      return { act: 'archive_case', by: system };
    case 'archived':
      return null;
  }
}

/** One act further on that road. */
export function onward(state: CaseState, at?: Instant): Step {
  const next = nextOnRoad(state);
  if (next === null) throw new Error('the case is archived');
  return step(state, next.act, next.by, {}, at);
}

/** All the way: each state on the road, the last one archived. Throws where the road does not end. */
export function toArchive(start: CaseState): readonly Step[] {
  const steps: Step[] = [];
  for (let state = start; state.stage !== 'archived';) {
    if (steps.length > 40) throw new Error(`no way out of ${state.stage}`);
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
    state = unpaid
      ? step(state, 'decide_on_spot', handler(state), { collectedOnSpot: false }).state
      : onward(state).state;
  }
  return state;
}

/** A case with everything that was recorded of it. */
export function begin(grade: Grade, opened: Opened = {}): { state: CaseState; events: readonly RecordedEvent[] } {
  const events = opening(grade, opened);
  return { state: fold(events), events };
}

export const MINUTE = 60_000;
export const afterMinutes = (state: CaseState, minutes: number): Instant => later(state.updatedAt, minutes * MINUTE);
