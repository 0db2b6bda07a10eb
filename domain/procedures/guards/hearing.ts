import { ARTICLES } from '../../articles';
import type { CaseState, Notice, Penalty } from '../../case';
import { periodOf } from '../../law';
import { isHeavier, penaltyText } from '../../penalty';
import { refuse } from '../../refusal';
import { lastDayBefore, lawDateOf, startOf } from '../../time/lawDate';
import { reckon } from '../../time/reckon';
import { instantWords } from '../../time/words';
import type { InputGuard, StateGuard } from '../procedure';

/** Notice, defence and hearing (行政处罚法 44, 45, 62–65). */

export function noticeOf(state: Pick<CaseState, 'notices'>): Notice | null {
  return state.notices.at(-1) ?? null;
}

export const noticeGiven: StateGuard = (state) =>
  noticeOf(state) !== null ? null : refuse('notice_missing', '尚未事先告知当事人，不得作出处罚决定。', ARTICLES.notice);

export const noticeServedByToday: InputGuard<'give_notice'> = (state, { input, at }) => {
  const today = lawDateOf(at);
  const earliest = state.filedAt === null ? null : lawDateOf(state.filedAt);
  return input.servedOn > today || (earliest !== null && input.servedOn < earliest)
    ? refuse(
        'date_out_of_range',
        `告知书送达日期 ${input.servedOn} 须在立案以后、今天（${today}）以前。`,
        ARTICLES.notice,
      )
    : null;
};

/** 行政处罚法 45: no heavier for having spoken, in whichever step. Every notice that was answered is a ceiling. */
function heavierThan(state: Pick<CaseState, 'notices'>, penalty: Penalty): Notice | null {
  return state.notices.find((notice) => notice.answered && isHeavier(penalty, notice.penalty)) ?? null;
}

export const noHeavierNotice: InputGuard<'give_notice'> = (state, { input }) => {
  const before = heavierThan(state, input.penalty);
  return before === null
    ? null
    : refuse(
        'heavier_than_noticed',
        `再次告知的处罚（${penaltyText(input.penalty)}）重于申辩前告知的（${penaltyText(before.penalty)}）；不得因当事人申辩而给予更重的处罚。`,
        ARTICLES.statement,
      );
};

export const notHeavierThanNoticed: InputGuard<'decide_penalty'> = (state, { input }) => {
  const last = noticeOf(state);
  const notice = last !== null && isHeavier(input.penalty, last.penalty) ? last : heavierThan(state, input.penalty);
  return notice === null
    ? null
    : refuse(
        'heavier_than_noticed',
        `拟处罚（${penaltyText(input.penalty)}）重于已告知的（${penaltyText(notice.penalty)}）；不得因当事人申辩而给予更重的处罚。`,
        ARTICLES.statement,
      );
};

/** 行政处罚法 44, 45, 62: no decision before the time to speak is over or the party has waived the rest of it. */
export const statementPeriodOver: StateGuard = (state, _actor, at) => {
  const notice = noticeOf(state);
  if (notice === null || at >= notice.statementUntil) return null;
  return state.statements.some(({ notice: answered, waived }) => waived && answered === state.notices.length)
    ? null
    : refuse(
        'statement_period_running',
        `陈述申辩期限未满（至${lastDayBefore(notice.statementUntil)}止），当事人也没有书面放弃，不得作出处罚决定。`,
        ARTICLES.notice,
        ARTICLES.noDecisionUnheard,
      );
};

/** 行政处罚法 45: what the party says is checked, and what it comes to is written down before the decision. */
export const statementsWeighed: StateGuard = (state) =>
  state.statements.some(({ raised, weighed }) => raised && weighed === null)
    ? refuse('statement_not_weighed', '当事人的陈述申辩尚未书面复核，请先登记复核意见。', ARTICLES.statement)
    : null;

export const somethingToWeigh: StateGuard = (state) =>
  state.statements.some(({ raised, weighed }) => raised && weighed === null)
    ? null
    : refuse('statement_nothing_to_weigh', '没有待复核的陈述申辩。', ARTICLES.statement);

// --- hearing ---

export const hearingIsDue: StateGuard = (state) =>
  (noticeOf(state)?.hearingUntil ?? null) !== null
    ? null
    : refuse('hearing_not_due', '拟作出的处罚不属于应当告知听证的范围。', ARTICLES.hearing);

export const hearingNotHeldYet: StateGuard = (state) =>
  state.hearing.heldOn === null
    ? null
    : refuse('hearing_on_record', '听证已经举行并记录在案。', ARTICLES.hearingProcedure);

export const hearingNotRequestedYet: StateGuard = (state) =>
  state.hearing.requestedOn === null && !state.hearing.waived
    ? null
    : refuse('already_on_record', '听证申请或放弃已记录在案。', ARTICLES.hearingProcedure);

export const hearingNotWaivedYet: StateGuard = (state) =>
  state.hearing.waived ? refuse('already_on_record', '当事人放弃听证已记录在案。', ARTICLES.hearingProcedure) : null;

export const hearingRequested: StateGuard = (state) =>
  state.hearing.requestedOn !== null && !state.hearing.waived
    ? null
    : refuse('hearing_not_requested', '当事人没有要求听证（或已放弃）。', ARTICLES.hearingProcedure);

/** 行政处罚法 64: five working days from the notice's service. What counts is the day it was asked, not the day it is put on file. */
export const requestedInTime: InputGuard<'request_hearing'> = (state, { input, at }) => {
  const notice = noticeOf(state);
  const until = notice?.hearingUntil ?? null;
  if (notice === null || until === null) return null;
  if (input.requestedOn > lawDateOf(at) || input.requestedOn < notice.servedOn) {
    return refuse(
      'date_out_of_range',
      `要求听证的日期 ${input.requestedOn} 须在告知送达（${notice.servedOn}）以后、今天以前。`,
      ARTICLES.hearingProcedure,
    );
  }
  return startOf(input.requestedOn) >= until
    ? refuse(
        'hearing_request_late',
        `要求听证的期限至 ${lastDayBefore(until)} 止，${input.requestedOn} 提出已超过期限。`,
        ARTICLES.hearingProcedure,
      )
    : null;
};

/** 行政处罚法 64: seven working days' notice; the day of the notice isn't counted. */
export const noticedInTime: InputGuard<'give_hearing_notice'> = (state, { input, at }) => {
  const { requestedOn } = state.hearing;
  if (input.servedOn > lawDateOf(at) || (requestedOn !== null && input.servedOn < requestedOn)) {
    return refuse(
      'date_out_of_range',
      `听证通知送达日期 ${input.servedOn} 须在申请以后、今天以前。`,
      ARTICLES.hearingProcedure,
    );
  }
  const earliest = earliestHearing(state, input.servedOn);
  return lawDateOf(input.heldAt) < earliest
    ? refuse(
        'hearing_notice_short',
        `听证须在举行的 ${periodOf(state.law, 'hearing_notice').span.number} 个工作日前通知；${input.servedOn} 送达通知，最早可在 ${earliest} 举行。`,
        ARTICLES.hearingProcedure,
      )
    : null;
};

export function earliestHearing(state: Pick<CaseState, 'law'>, noticeServedOn: string): string {
  const period = periodOf(state.law, 'hearing_notice');
  return lastDayBefore(reckon(startOf(noticeServedOn), period.span, state.law.calendar, period.rollsForward).dueAt);
}

export const hearingNoticed: StateGuard = (state) =>
  state.hearing.notice !== null
    ? null
    : refuse('hearing_not_noticed', '尚未通知当事人听证的时间、地点，不能登记听证。', ARTICLES.hearingProcedure);

export const heldOnTheDay: InputGuard<'record_hearing'> = (state, { input, at }) => {
  const { notice } = state.hearing;
  if (notice === null) return null;
  return at < notice.heldAt || input.heldOn < lawDateOf(notice.heldAt) || input.heldOn > lawDateOf(at)
    ? refuse(
        'date_out_of_range',
        `通知的听证时间是 ${instantWords(notice.heldAt)}：在此以后（可以延期）才能登记，听证日期 ${input.heldOn} 须在该日以后、今天以前。`,
        ARTICLES.hearingProcedure,
      )
    : null;
};

/** 行政处罚法 63–65: where a hearing may be asked for, no decision before the time for it is over, or it was held. */
export const hearingConcluded: StateGuard = (state, _actor, at) => {
  const until = noticeOf(state)?.hearingUntil ?? null;
  const { waived, requestedOn, heldOn } = state.hearing;
  if (until === null || waived || heldOn !== null) return null;
  if (requestedOn !== null) {
    return refuse(
      'hearing_pending',
      '当事人已要求听证，听证尚未举行，不得作出处罚决定。',
      ARTICLES.hearingProcedure,
      ARTICLES.afterHearing,
    );
  }
  return at < until
    ? refuse(
        'hearing_request_running',
        `当事人可以要求听证的期限未满（至${lastDayBefore(until)}止），不得作出处罚决定。`,
        ARTICLES.notice,
        ARTICLES.hearingProcedure,
      )
    : null;
};

/** A new notice starts the party's periods anew; a hearing that they have asked for is held first. */
export const noHearingPending: StateGuard = (state) =>
  state.hearing.requestedOn !== null && !state.hearing.waived && state.hearing.heldOn === null
    ? refuse('hearing_pending', '当事人已要求听证，请先举行听证。', ARTICLES.hearingProcedure)
    : null;
