import type { ActName, CaseEvent, CaseState, CommandOf } from '../case';
import { enter } from './enter';

type ReviewAct = Extract<ActName, 'pass_review' | 'return_review' | 'disagree_review'>;

export const reviewEffects: {
  readonly [A in ReviewAct]: (state: CaseState, command: CommandOf<A>) => readonly CaseEvent[];
} = {
  pass_review: (state, { input, at }) => [
    { type: 'reviewed', verdict: 'pass', opinion: input.opinion },
    enter(state, 'notice', state.owner, at),
  ],
  return_review: (state, { input, at }) => [
    { type: 'reviewed', verdict: 'return', opinion: input.requirement },
    enter(state, 'investigation', state.owner, at),
  ],
  // Disagreed: the proposal can't stand; whoever has the case mends it or closes without penalty.
  disagree_review: (state, { input, at }) => [
    { type: 'reviewed', verdict: 'disagree', opinion: input.reasons },
    enter(state, 'investigation', state.owner, at),
  ],
};
