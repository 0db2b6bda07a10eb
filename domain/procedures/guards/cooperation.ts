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

export const askedOfAnother: InputGuard<'request_cooperation'> = (state, { input }) =>
  input.town === state.owner
    ? refuse('same_town', '不能请求本单位协办，请选择另一个镇街。', ARTICLES.assistance)
    : null;

export const notJoinedYet: InputGuard<'join_report'> = (state, command) =>
  state.clueIds.includes(command.input.clueId) ? refuse('report_already_joined', '该线索已并入本案。') : null;

export const reportInCase: InputGuard<'split_report'> = (state, { input }) =>
  state.clueIds.includes(input.clueId) ? null : refuse('report_unknown', `本案没有线索 ${input.clueId}。`);

/** A case without a report would be nobody's: the matter is ended or merged, not emptied. */
export const moreThanOneReport: StateGuard = (state) =>
  state.clueIds.length > 1
    ? null
    : refuse('last_report', '本案只有这一条线索，不能拆出；不属本案事项的，请退单改派或者并入其他案件。');

/** 立案 opens the procedure against a party, which ends by a decision or as the law says (行政处罚法 54, 57), never by a dispatcher. */
export const notFiledYet: StateGuard = (state) =>
  state.filedAt === null && state.decision === null
    ? null
    : refuse('case_filed', '案件已立案或已作出决定，只能依法决定或终止，不能并入其他案件。', ARTICLES.filing);

export const intoOpenCase: InputGuard<'merge_case'> = (_state, { input }) =>
  input.into.closed
    ? refuse('merge_target_closed', `案件 ${input.into.caseId} 已办结，不能再并入；请另行办理。`)
    : null;

/** The earlier case takes over: whoever reported first goes on with what has been done since. */
export const intoEarlierCase: InputGuard<'merge_case'> = (state, { input: { into } }) =>
  into.openedAt < state.openedAt || (into.openedAt === state.openedAt && into.caseId < state.caseId)
    ? null
    : refuse('merge_into_earlier', `只能将后立的案件并入先立的案件；${into.caseId} 不早于本案。`);

/**
 * After so many returns of one clue the centre's next dispatch stands. A town that still thinks it another's disputes
 * the jurisdiction, which the common superior decides (行政处罚法 25).
 */
export const returnsLeft: StateGuard = (state) => {
  const most = state.law.limits.dispatch_returns?.value;
  return most !== undefined && state.returns >= most
    ? refuse(
        'dispatch_final',
        `本案已退单 ${state.returns} 次，指挥调度中心的派遣为最终派遣，不能再退单；对管辖有异议的，请提出管辖争议。`,
        ARTICLES.jurisdiction,
      )
    : null;
};

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

export const someGuidanceAsked: StateGuard = (state) =>
  state.guidance.some(({ open }) => open)
    ? null
    : refuse('guidance_unknown', '没有待答复的业务指导请求。', ARTICLES.delegation);

export const guidanceIsOpen: InputGuard<'answer_guidance'> = (state, { input }) =>
  state.guidance.some(({ id, open }) => id === input.guidanceId && open)
    ? null
    : refuse('guidance_unknown', `没有待答复的业务指导请求 ${input.guidanceId}。`, ARTICLES.delegation);

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
