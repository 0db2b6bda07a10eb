import type { CaseState, EventOf } from '../case';
import type { Instant } from '../catalogue';
import { DISPATCH_CENTRE } from '../people';
import { enter, otherClocks } from './enter';
import type { Effects } from './effect';

/** How a case ends: without a penalty, put to an end, closed after its decision was carried out, or merged into another. */
export const endEffects: Effects<'close_without_penalty' | 'terminate_case' | 'close_case' | 'merge_case'> = {
  close_without_penalty: (state, { input: { reason, explanation, party }, at }) => [
    ...(party === undefined ? [] : [{ type: 'party_completed' as const, party }]),
    closed(reason === 'not_established' ? 'not_established' : 'no_penalty', reason, explanation, otherClocks(state)),
    ended(state, at),
  ],
  terminate_case: (state, { input: { ground, explanation }, at }) => [
    closed('terminated', ground, explanation, otherClocks(state)),
    ended(state, at),
  ],
  close_case: (state, { input: { summary }, at }) => [
    closed(state.transfer === null ? 'penalty' : 'transferred', null, summary, otherClocks(state)),
    ended(state, at),
  ],
  merge_case: (state, { input: { into, reason }, at }) => [
    { type: 'case_merged', into: into.caseId, reason, clocks: { set: [], stop: otherClocks(state) } },
    ended(state, at),
  ],
};

/** A case that is over is suspended no more: its file is put away in time, by the town where nobody else had taken it. */
function ended(state: CaseState, at: Instant): EventOf<'stage_entered'> {
  const owner = state.owner === DISPATCH_CENTRE ? state.town : state.owner;
  return enter({ ...state, suspended: null }, 'archive', owner, at);
}

function closed(
  outcome: EventOf<'case_closed'>['outcome'],
  reason: EventOf<'case_closed'>['reason'],
  summary: string,
  stop: readonly string[],
): EventOf<'case_closed'> {
  return { type: 'case_closed', outcome, reason, summary, clocks: { set: [], stop } };
}
