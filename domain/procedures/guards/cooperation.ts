import { ARTICLES } from '../../articles';
import { refuse } from '../../refusal';
import type { InputGuard, StateGuard } from '../procedure';

/** Between organisations: dispatch, elevation, cooperation, jurisdiction. */

export const dispatchNotInsisted: StateGuard = (state) =>
  state.insisted ? refuse('dispatch_insisted', '指挥调度中心已维持派遣，不能再次退单。') : null;

export const anotherTown: InputGuard<'redispatch'> = (state, command) =>
  command.input.town === state.town
    ? refuse('same_town', '改派的镇街与原镇街相同；如坚持原派遣，请用“维持派遣”。')
    : null;

export const notJoinedYet: InputGuard<'join_report'> = (state, command) =>
  state.clueIds.includes(command.input.clueId) ? refuse('report_already_joined', '该线索已并入本案。') : null;

export const noCooperationOpen: StateGuard = (state) =>
  state.cooperation.some(({ open }) => open)
    ? refuse('cooperation_open', '协办任务尚未答复，不能终结调查。请催办协办镇街。', ARTICLES.assistance)
    : null;

export const taskIsOpen: InputGuard<'answer_cooperation'> = (state, command) =>
  state.cooperation.some(({ id, open, town }) => id === command.input.taskId && open && town === command.actor.org)
    ? null
    : refuse('cooperation_unknown', `没有待贵单位答复的协办任务 ${command.input.taskId}。`, ARTICLES.assistance);

export const someTaskAnswered: StateGuard = (state) =>
  state.cooperation.some(({ open, answer }) => !open && answer !== null)
    ? null
    : refuse('cooperation_unknown', '没有已答复、可退回的协办任务。', ARTICLES.assistance);

export const taskIsAnswered: InputGuard<'return_cooperation'> = (state, { input }) =>
  state.cooperation.some(({ id, open, answer }) => id === input.taskId && !open && answer !== null)
    ? null
    : refuse('cooperation_unknown', `没有已答复、可退回的协办任务 ${input.taskId}。`, ARTICLES.assistance);

export const notAskedYet: StateGuard = (state) =>
  state.elevationAsked === null
    ? null
    : refuse('elevation_already_requested', '提级申请尚待执法局决定。', ARTICLES.delegation);

/** Whoever has asked the bureau to take the case waits for its answer before deciding it. */
export const elevationNotAsked: StateGuard = (state, actor, at) => notAskedYet(state, actor, at);

export const elevationAsked: StateGuard = (state) =>
  state.elevationAsked === null
    ? refuse('elevation_not_requested', '没有待决定的提级申请。', ARTICLES.delegation)
    : null;

/** What was never the town's by the list of powers can't be sent down to it (行政处罚法 24). */
export const mayGoDown: StateGuard = (state) => {
  if (state.elevatedAt === null) {
    return refuse('not_elevated', '本案不是提级案件，不能下放。', ARTICLES.delegation);
  }
  return state.item.delegated
    ? null
    : refuse('item_not_delegated', `事项 ${state.item.code} 未赋权镇街，不能交镇街办理。`, ARTICLES.delegation);
};

export const noDisputeOpen: StateGuard = (state) =>
  state.jurisdiction === null
    ? null
    : refuse('jurisdiction_disputed', '管辖争议尚待指定，请等候决定。', ARTICLES.jurisdiction);

export const disputeOpen: StateGuard = (state) =>
  state.jurisdiction === null
    ? refuse('jurisdiction_not_disputed', '没有待指定的管辖争议。', ARTICLES.jurisdiction)
    : null;

export const disputeWithAnother: InputGuard<'dispute_jurisdiction'> = (state, { input }) =>
  input.with === state.town ? refuse('same_town', '管辖争议的另一方不能是本镇街。', ARTICLES.jurisdiction) : null;
