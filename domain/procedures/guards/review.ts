import { ARTICLES } from '../../articles';
import type { CaseState, CommandOf } from '../../case';
import { gateDue } from '../../gates';
import { isSame, NO_PENALTY, penaltyText } from '../../penalty';
import { refuse, type Refusal } from '../../refusal';
import { lawDateOf } from '../../time/lawDate';
import type { InputGuard, StateGuard } from '../procedure';

/** Legal review (行政处罚法 58) and collective discussion (57): due by the data's gates, for the penalty at hand. */

/** Whether a decision needs a review that was passed: by what was proposed, before a penalty is named. */
export const reviewIsDue = (state: CaseState, penalty = state.proposal ?? NO_PENALTY): boolean =>
  gateDue(state, 'legal_review', penalty) !== null;

/** 行政处罚法 58: not passed, no decision. Any act of investigation after a pass needs a new one. */
export const reviewPassed: StateGuard = (state) =>
  state.reviewStands || !reviewIsDue(state)
    ? null
    : refuse('review_missing', '法制审核未通过，不得作出决定。', ARTICLES.review);

/** A penalty that wasn't proposed may owe a review that the proposal didn't. */
export const reviewCovers = (
  state: CaseState,
  { input }: CommandOf<'give_notice' | 'decide_penalty'>,
): Refusal | null =>
  state.reviewStands || !reviewIsDue(state, input.penalty)
    ? null
    : refuse('review_missing', '此项处罚须经法制审核，不得直接作出决定。', ARTICLES.review);

export const discussedWhereDue: InputGuard<'decide_penalty'> = (state, { input }) => {
  const gate = gateDue(state, 'discussion', input.penalty);
  if (state.discussion === null) {
    return gate === null
      ? null
      : refuse(
          'discussion_missing',
          `拟处罚（${penaltyText(input.penalty)}）属于情节复杂或者重大违法行为，须由负责人集体讨论决定，请先登记集体讨论。`,
          gate.article ?? ARTICLES.decision,
        );
  }
  return isSame(state.discussion.conclusion, input.penalty)
    ? null
    : refuse(
        'discussion_not_followed',
        `决定（${penaltyText(input.penalty)}）与集体讨论的结论（${penaltyText(state.discussion.conclusion)}）不一致；如有变化须再次集体讨论。`,
        ARTICLES.decision,
      );
};

export const discussedByToday = (_state: CaseState, { input, at }: CommandOf<'record_discussion'>): Refusal | null =>
  input.heldOn > lawDateOf(at)
    ? refuse('date_out_of_range', `集体讨论日期 ${input.heldOn} 晚于今天。`, ARTICLES.decision)
    : null;
