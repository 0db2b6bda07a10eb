import { ARTICLES } from '../../articles';
import type { CaseState, CommandOf } from '../../case';
import { courtWindow } from '../../court';
import { periodOf } from '../../law';
import { isPerformed, lastPayment, owedBy, principalOwed } from '../../owed';
import { refuse, type Refusal } from '../../refusal';
import { lastDayBefore, lawDateOf, startOf } from '../../time/lawDate';
import { reckon } from '../../time/reckon';
import { addYuan } from '../../yuan';
import type { InputGuard, StateGuard } from '../procedure';

/** Service, payment, review and suit, the court (行政处罚法 61, 66–73; 行政强制法 53, 54; 民诉法 87–95). */

/** A day on or after `earliest` and not after today. */
function dayBetween(day: string, earliest: string | null, at: string): boolean {
  return (earliest === null || day >= earliest) && day <= lawDateOf(at);
}

const decidedOn = (state: CaseState) => (state.decision === null ? null : lawDateOf(state.decision.at));

export const servedBetweenDecisionAndToday: InputGuard<'serve_decision'> = (state, { input, at }) =>
  dayBetween(input.servedOn, decidedOn(state), at)
    ? null
    : refuse(
        'date_out_of_range',
        `送达日期 ${input.servedOn} 须在决定之日以后、今天（${lawDateOf(at)}）以前。`,
        ARTICLES.service,
      );

/** Left with a witness or a recording, by post with its receipt, electronically with the party's signed consent. */
export const serviceIsProved: InputGuard<'serve_decision'> = (_state, { input }) => {
  if (input.proof !== '') return null;
  switch (input.method) {
    case 'direct':
    case 'public_notice':
      return null;
    case 'left':
      return refuse('proof_missing', '留置送达须有见证人或者全程录音录像，请填写。', ARTICLES.service);
    case 'post':
      return refuse('proof_missing', '邮寄送达须填写回执编号。', ARTICLES.service);
    case 'electronic':
      return refuse('proof_missing', '电子送达须有当事人签署的确认书，请填写其编号。', ARTICLES.service);
  }
};

/** 民诉法 95: thirty days from the announcement, and not before the other ways have failed to reach the party. */
export const announcementOver: InputGuard<'serve_decision'> = (state, { input }) => {
  if (input.method !== 'public_notice') return null;
  if (state.announcedOn === null) {
    return refuse('not_announced', '公告送达须先登记公告。', ARTICLES.service);
  }
  const period = periodOf(state.law, 'public_notice');
  const last = lastDayBefore(
    reckon(startOf(state.announcedOn), period.span, state.law.calendar, period.rollsForward).dueAt,
  );
  return input.servedOn > last
    ? null
    : refuse('announcement_running', `公告期至 ${last} 止，期满方视为送达。`, period.article ?? ARTICLES.service);
};

export const announcedByToday: InputGuard<'announce_service'> = (state, { input, at }) =>
  dayBetween(input.announcedOn, decidedOn(state), at)
    ? null
    : refuse('date_out_of_range', `公告日期 ${input.announcedOn} 须在决定以后、今天以前。`, ARTICLES.service);

export const notAnnouncedYet: StateGuard = (state) =>
  state.announcedOn === null ? null : refuse('already_on_record', '公告已登记。', ARTICLES.service);

// --- the fine that was collected on the spot, and the record of the decision ---

export const collectedByToday = (
  state: CaseState,
  { input, at }: CommandOf<'hand_in_fine' | 'bank_fine'>,
): Refusal | null => {
  const day = 'handedInOn' in input ? input.handedInOn : input.bankedOn;
  const earliest = 'handedInOn' in input ? (state.service?.servedOn ?? null) : (state.collection?.handedInOn ?? null);
  return dayBetween(day, earliest, at)
    ? null
    : refuse('date_out_of_range', `日期 ${day} 须在收缴以后、今天以前。`, ARTICLES.handIn);
};

export const fineToHandIn: StateGuard = (state) =>
  state.collection !== null && state.collection.handedInOn === null
    ? null
    : refuse('already_on_record', '没有待交回的当场收缴罚款。', ARTICLES.handIn);

export const fineToBank: StateGuard = (state) =>
  state.collection !== null && state.collection.handedInOn !== null && state.collection.bankedOn === null
    ? null
    : refuse('already_on_record', '没有待缴付银行的当场收缴罚款。', ARTICLES.handIn);

export const collectedFineBanked: StateGuard = (state) =>
  state.collection === null || state.collection.bankedOn !== null
    ? null
    : refuse('collected_fine_not_banked', '当场收缴的罚款尚未交回并缴付指定银行，不能结案。', ARTICLES.handIn);

export const notReportedYet: StateGuard = (state) =>
  state.decision?.onSpot === true && state.reportedForRecordOn === null
    ? null
    : refuse('already_on_record', '没有待备案的当场处罚决定。', ARTICLES.onSpot);

export const reportedWhereOnSpot: StateGuard = (state) =>
  state.decision?.onSpot !== true || state.reportedForRecordOn !== null
    ? null
    : refuse('not_reported_for_record', '当场处罚决定尚未报所属机关备案，不能结案。', ARTICLES.onSpot);

export const reportedByToday: InputGuard<'report_for_record'> = (state, { input, at }) =>
  dayBetween(input.reportedOn, decidedOn(state), at)
    ? null
    : refuse('date_out_of_range', `备案日期 ${input.reportedOn} 须在决定以后、今天以前。`, ARTICLES.onSpot);

/** 行政处罚法 75: a decision that turns out wrong is put right. A transferred case has none. */
export const decisionToWithdraw: StateGuard = (state) =>
  state.decision !== null ? null : refuse('act_not_open', '没有可以撤回的处罚决定。', ARTICLES.withdrawal);

// --- payment ---

export const paidWithinOwed: InputGuard<'record_payment'> = (state, { input, at }) => {
  if (!dayBetween(input.paidOn, state.service?.servedOn ?? null, at)) {
    return refuse(
      'date_out_of_range',
      `缴款日期 ${input.paidOn} 须在送达以后、今天（${lawDateOf(at)}）以前。`,
      ARTICLES.payment,
    );
  }
  const { amount, paidOn } = input;
  const day = lastPayment({ payments: [...state.payments, { amount, paidOn }] });
  const owing = owedBy(state, day);
  return input.amount > owing
    ? refuse(
        'payment_exceeds_fine',
        `缴款 ${input.amount} 元多于截至 ${day} 应缴的 ${owing} 元（含加处罚款）。`,
        ARTICLES.payment,
      )
    : null;
};

export const somethingToPerform: StateGuard = (state) =>
  (state.decision?.penalty.others.length ?? 0) > 0 && state.performedOn === null
    ? null
    : refuse('nothing_to_perform', '决定没有待履行的其他内容。', ARTICLES.deferral);

export const performedByToday: InputGuard<'record_performance'> = (state, { input, at }) =>
  dayBetween(input.performedOn, decidedOn(state), at)
    ? null
    : refuse('date_out_of_range', `履行日期 ${input.performedOn} 须在决定以后、今天以前。`, ARTICLES.deferral);

/** What is put off is the fine (行政处罚法 66); a late fine that has grown is not. */
export const fineOwed: StateGuard = (state) =>
  principalOwed(state) > 0
    ? null
    : refuse('nothing_to_perform', '罚款已缴清，没有可以暂缓或者分期的。', ARTICLES.deferral);

export const moneyOwed: StateGuard = (state, _actor, at) =>
  owedBy(state, lawDateOf(at)) > 0 ? null : refuse('nothing_to_perform', '没有待缴的款项。', ARTICLES.payment);

/** 行政处罚法 66: later, or in parts; the parts make up what is owed and end by the day that is granted. */
export const deferralAddsUp: InputGuard<'grant_deferral'> = (state, { input, at }) => {
  if (input.until <= lawDateOf(at)) {
    return refuse('date_out_of_range', `暂缓或分期的截止日 ${input.until} 须晚于今天。`, ARTICLES.deferral);
  }
  if (input.instalments.length === 0) return null;
  const sum = input.instalments.reduce((total, { amount }) => addYuan(total, amount), 0);
  const inOrder = input.instalments.every(
    ({ dueOn }, index) => dueOn <= input.until && (index === 0 || dueOn > (input.instalments[index - 1]?.dueOn ?? '')),
  );
  return sum === principalOwed(state) && inOrder
    ? null
    : refuse(
        'instalments_unequal',
        `各期金额之和须等于应缴的 ${principalOwed(state)} 元，日期依次递增且不晚于 ${input.until}。`,
        ARTICLES.deferral,
      );
};

// --- review and suit ---

const openAppeal = (state: CaseState) => state.appeals.some(({ endedOn }) => endedOn === null);

export const noAppealOpen: StateGuard = (state) =>
  openAppeal(state) ? refuse('appeal_open', '复议或者诉讼尚未终结，请先登记结果。', ARTICLES.appeal) : null;

export const appealOpen: StateGuard = (state) =>
  openAppeal(state) ? null : refuse('appeal_unknown', '没有正在进行的复议或者诉讼。', ARTICLES.appeal);

/** 行政复议法 23: whoever doesn't accept a penalty decided on the spot asks for review first. */
export const reviewBeforeSuit: InputGuard<'record_appeal'> = (state, { input, at }) => {
  if (!dayBetween(input.filedOn, state.service?.servedOn ?? null, at)) {
    return refuse('date_out_of_range', `提起日期 ${input.filedOn} 须在送达以后、今天以前。`, ARTICLES.appeal);
  }
  const reviewed = state.appeals.some(({ kind }) => kind === 'reconsideration');
  return input.kind === 'lawsuit' && state.decision?.onSpot === true && !reviewed
    ? refuse(
        'reconsideration_first',
        '对当场作出的行政处罚决定不服，应当先申请行政复议。',
        ARTICLES.reconsiderationFirst,
      )
    : null;
};

export const endedAfterFiled: InputGuard<'end_appeal'> = (state, { input, at }) =>
  dayBetween(input.endedOn, state.appeals.find(({ endedOn }) => endedOn === null)?.filedOn ?? null, at)
    ? null
    : refuse('date_out_of_range', `终结日期 ${input.endedOn} 须在提起以后、今天以前。`, ARTICLES.appeal);

/** 行政处罚法 48: what was published comes down before the file is closed. */
export const publicationTakenDown: StateGuard = (state) =>
  state.publishedOn !== null && state.decision === null
    ? refuse('publication_not_withdrawn', '已撤回的处罚决定尚未撤下公开信息。', ARTICLES.publication)
    : null;

export const publicationToWithdraw: StateGuard = (state) =>
  state.publishedOn !== null && state.decision === null
    ? null
    : refuse('not_published', '没有待撤下的公开信息。', ARTICLES.publication);

/** A transferred case has nothing to publish and nothing that anybody could appeal against. */
export const decisionServed: StateGuard = (state) =>
  state.service !== null ? null : refuse('act_not_open', '没有已经送达的处罚决定。', ARTICLES.service);

export const notPublishedYet: StateGuard = (state) =>
  state.publishedOn === null ? null : refuse('already_on_record', '决定已公开。', ARTICLES.publication);

export const publishedByToday = (
  state: CaseState,
  { input, at }: CommandOf<'publish_decision' | 'withdraw_publication'>,
): Refusal | null => {
  const day = 'publishedOn' in input ? input.publishedOn : input.withdrawnOn;
  return dayBetween(day, 'publishedOn' in input ? decidedOn(state) : state.publishedOn, at)
    ? null
    : refuse('date_out_of_range', `日期 ${day} 须在公开以后、今天以前。`, ARTICLES.publication);
};

// --- demand and court ---

/** The day after which the party is late: what is put off is put off for the demand too. */
const payBy = (state: CaseState) => state.deferredUntil ?? state.service?.payBy ?? null;

export const notPerformedInTime: StateGuard = (state, _actor, at) => {
  const today = lawDateOf(at);
  const by = payBy(state);
  if (isPerformed(state, today)) return refuse('nothing_to_perform', '决定已经履行完毕。', ARTICLES.demandNotice);
  return by !== null && today > by
    ? null
    : refuse('payment_not_due', `履行期限至 ${by ?? '送达后'} 止，尚未逾期。`, ARTICLES.payment);
};

export const demandedAfterDue: InputGuard<'give_demand_notice'> = (state, { input, at }) => {
  const by = payBy(state);
  return dayBetween(input.servedOn, by, at) && input.servedOn !== by
    ? null
    : refuse(
        'date_out_of_range',
        `催告书送达日期 ${input.servedOn} 须在履行期满以后、今天以前。`,
        ARTICLES.demandNotice,
      );
};

/** 行政强制法 54: a demand notice, and ten working days after it was served. */
export const demandWaited: StateGuard = (state, _actor, at) => {
  if (state.demand === null) {
    return refuse('demand_missing', '申请法院强制执行前须先催告当事人。', ARTICLES.demandNotice);
  }
  return at >= state.demand.waitUntil
    ? null
    : refuse(
        'demand_period_running',
        `催告书送达后的期限至 ${lastDayBefore(state.demand.waitUntil)} 止，尚未届满。`,
        ARTICLES.demandNotice,
      );
};

/** 行政强制法 53: after the time for review and suit, within three months from its end. */
export const withinCourtWindow: StateGuard = (state, _actor, at) => {
  const window = courtWindow(state);
  if (window === null) {
    return refuse('appeal_open', '复议或者诉讼尚未终结，不能申请法院强制执行。', ARTICLES.courtApplication);
  }
  const today = lawDateOf(at);
  if (today <= window.remediesUntil) {
    return refuse(
      'remedies_running',
      `当事人申请复议、提起诉讼的期限至 ${window.remediesUntil} 止，届满后方可申请法院强制执行。`,
      ARTICLES.courtApplication,
    );
  }
  return today > window.until
    ? refuse('court_period_over', `申请法院强制执行的期限已于 ${window.until} 届满。`, ARTICLES.courtApplication)
    : null;
};

export const notAppliedYet: StateGuard = (state) =>
  state.court === null || state.court.result === 'refused'
    ? null
    : refuse('already_on_record', '已经申请法院强制执行。', ARTICLES.courtApplication);

export const appliedByToday: InputGuard<'apply_to_court'> = (state, { input, at }) => {
  const window = courtWindow(state);
  return input.appliedOn <= lawDateOf(at) && (window === null || input.appliedOn > window.remediesUntil)
    ? null
    : refuse(
        'date_out_of_range',
        `申请日期 ${input.appliedOn} 须在复议、诉讼期满以后、今天以前。`,
        ARTICLES.courtApplication,
      );
};

export const courtApplied: StateGuard = (state) =>
  state.court !== null && state.court.result === null
    ? null
    : refuse('court_not_applied', '没有待登记结果的强制执行申请。', ARTICLES.courtApplication);

export const resultAfterApplication: InputGuard<'record_court_result'> = (state, { input, at }) =>
  dayBetween(input.on, state.court?.appliedOn ?? null, at)
    ? null
    : refuse('date_out_of_range', `日期 ${input.on} 须在申请以后、今天以前。`, ARTICLES.courtApplication);
