import { ARTICLES } from '../articles';
import type { CaseEvent, CaseState, EventOf, ReviewVerdict } from '../case';
import type { Instant } from '../catalogue';
import type { Effects } from './effect';
import { enter, running } from './enter';

const WITH_THE_TOWN = { reason: '退回承办单位补充调查期间', article: ARTICLES.review } as const;

export const reviewEffects: Effects<
  'pass_review' | 'return_review' | 'disagree_review' | 'correct_review' | 'decline_review' | 'record_discussion'
> = {
  pass_review: (state, { input, at }) => {
    const entered = enter(state, 'notice', state.owner, at);
    // The investigation won't go on: what waited of its clock ends here.
    const stop = [...entered.clocks.stop, ...running(state, 'investigation')];
    return [verdict('pass', input.opinion), { ...entered, clocks: { ...entered.clocks, stop } }];
  },
  return_review: (state, { input, at }) => back(state, 'return', input.requirement, at),
  // Disagreed or to be corrected: the proposal can't stand; whoever has the case mends it or closes without penalty.
  disagree_review: (state, { input, at }) => back(state, 'disagree', input.reasons, at),
  correct_review: (state, { input, at }) => back(state, 'correct', input.correction, at),
  // Not ours: whoever has the case transfers it to the body that the reviewer names.
  decline_review: (state, { input, at }) =>
    back(state, 'decline', `不属本机关管辖，建议移送${input.body}：${input.reasons}`, at),
  record_discussion: (_state, { input }) => [
    {
      type: 'discussed',
      heldOn: input.heldOn,
      participants: input.participants.map(({ id }) => id),
      record: input.record,
      conclusion: input.conclusion,
    },
  ],
};

/** The town's clock runs again with what was left of it, the reviewer's waits. */
function back(state: CaseState, kind: ReviewVerdict, opinion: string, at: Instant): readonly CaseEvent[] {
  return [verdict(kind, opinion), enter(state, 'investigation', state.owner, at, WITH_THE_TOWN)];
}

function verdict(kind: ReviewVerdict, opinion: string): EventOf<'reviewed'> {
  return { type: 'reviewed', verdict: kind, opinion };
}
