import type { CaseState, CommandOf } from '../../case';
import { refuse, type Refusal } from '../../refusal';
import type { Actor } from '../../people';
import { urgingStanding } from '../../urgingStanding';
import type { InputGuard, StateGuard } from '../procedure';
import { notRunning } from './clocks';

/** Urging, supervision by order, and appeals against a light that was red. */

export const clockIsKnown = (state: CaseState, { input }: CommandOf<'urge' | 'supervise'>): Refusal | null =>
  input.clockId === null || state.clocks[input.clockId] !== undefined ? null : notRunning();

/** 挂牌 is for the gravest: a leader's word, not a supervisor's. */
export const listedByLeader: InputGuard<'supervise'> = (_state, { input, actor }) =>
  input.listed && actor.role !== 'leader' ? refuse('not_competent', '挂牌督办由执法局负责人决定。') : null;

const isToCheck = (urging: CaseState['urgings'][number]): boolean => urgingStanding(urging) === 'to_check';

const owes = (state: CaseState, actor: Actor, id: string): boolean => state.clocks[id]?.owner === actor.org;

export const urgingIsOpen: InputGuard<'answer_urging'> = (state, { input, actor }) =>
  state.urgings.some(({ id, open }) => id === input.urgingId && open && owes(state, actor, id))
    ? null
    : refuse('urging_unknown', `没有待贵单位答复的催办、督办 ${input.urgingId}。`);

/** Who asked doesn't answer, who answered doesn't check, who was late doesn't judge. */
export const askedBySomebodyElse: InputGuard<'answer_urging'> = (state, { input, actor }) =>
  state.urgings.some(({ id, by }) => id === input.urgingId && by === actor.id)
    ? refuse('own_matter', '催办、督办由承办单位答复，提出的人不能自己答复。')
    : null;

export const someOrderAnswered: StateGuard = (state) =>
  state.urgings.some(isToCheck) ? null : refuse('urging_unknown', '没有已答复、待核查的督办单。');

export const orderIsAnswered: InputGuard<'check_supervision'> = (state, { input }) =>
  state.urgings.some((one) => one.id === input.urgingId && isToCheck(one))
    ? null
    : refuse('urging_unknown', `没有已答复、待核查的督办单 ${input.urgingId}。`);

export const answeredBySomebodyElse: InputGuard<'check_supervision'> = (state, { input, actor }) =>
  state.urgings.some(({ id, answeredBy }) => id === input.urgingId && answeredBy === actor.id)
    ? refuse('own_matter', '答复人不能核查自己的答复。')
    : null;

/** The fact stays that it was late; whose it was may say once why that shouldn't count. */
export const overdueToAppeal: InputGuard<'appeal_overdue'> = (state, { input, actor }) => {
  const overdue = state.overdue.find(({ id, org }) => id === input.overdueId && org === actor.org);
  if (overdue === undefined) return refuse('overdue_unknown', `贵单位在本案没有超期记录 ${input.overdueId}。`);
  return overdue.appeal === null ? null : refuse('overdue_appealed', '这次超期已经申诉过，不能再次申诉。');
};

export const someAppealToJudge: StateGuard = (state) =>
  state.overdue.some(({ appeal }) => appeal !== null && appeal.judgement === null)
    ? null
    : refuse('overdue_unknown', '没有待裁定的超期申诉。');

export const appealIsToJudge: InputGuard<'judge_overdue_appeal'> = (state, { input }) =>
  state.overdue.some(({ id, appeal }) => id === input.overdueId && appeal !== null && appeal.judgement === null)
    ? null
    : refuse('overdue_unknown', `没有待裁定的超期申诉 ${input.overdueId}。`);

export const judgedBySomebodyElse: InputGuard<'judge_overdue_appeal'> = (state, { input, actor }) => {
  const overdue = state.overdue.find(({ id }) => id === input.overdueId);
  const theirs = [overdue?.person, overdue?.appeal?.by, ...state.assignees];
  return theirs.includes(actor.id) ? refuse('own_matter', '承办人、申诉人不能裁定本案的超期申诉。') : null;
};
