import type { ActName, CaseState, CommandOf, Penalty } from '../case';
import { ARTICLES } from '../articles';
import type { FineRange } from '../catalogue';
import { isCertified, type Officer } from '../people';
import { refuse, type Refusal } from '../refusal';
import { lawDateOf } from '../time/lawDate';
import { owed } from '../yuan';
import type { InputGuard, StateGuard } from './procedure';

/** The conditions of acts, each one sentence of law. They are pure: (state, command) → refusal or null. */

type CommandWith<K extends string, V> = {
  [A in ActName]: CommandOf<A>['input'] extends Record<K, V> ? A : never;
}[ActName];
type OfficersAct = CommandWith<'officers', readonly Officer[]>;
type PenaltyAct = CommandWith<'penalty', Penalty>;

/** 行政处罚法 42: no fewer officers than the law says, each with a certificate in force, of the organisation that has the case. */
export const enoughCertifiedOfficers = (state: CaseState, command: CommandOf<OfficersAct>): Refusal | null => {
  const officers = command.input.officers;
  const distinct = new Set(officers.map((officer) => officer.id));
  const needed = state.law.limits.officers_min.value;
  if (distinct.size < needed) {
    return refuse(
      'officers_insufficient',
      `执法人员不得少于${needed}人，本次只有${distinct.size}人。请补充持证执法人员后再提交。`,
      ARTICLES.officers,
    );
  }
  return officersOfOwner(state, command);
};

/** Officers named in an act belong to the organisation that has the case and hold a certificate. */
export const officersOfOwner = (state: CaseState, command: CommandOf<OfficersAct>): Refusal | null => {
  for (const officer of command.input.officers) {
    if (officer.org !== state.owner) {
      return refuse('officer_of_another_organisation', `${officer.id} 不属于承办单位，不能参加本案办理。`);
    }
    if (!isCertified(officer, command.at)) {
      return refuse(
        'officer_uncertified',
        `${officer.id} 没有有效的行政执法证件，不能参加办案。请另选持证人员。`,
        ARTICLES.officers,
      );
    }
  }
  return null;
};

export const actorIsCertified: StateGuard = (_state, actor, at) =>
  isCertified(actor, at)
    ? null
    : refuse('officer_uncertified', '您没有有效的行政执法证件，不能实施本行为。', ARTICLES.officers);

/** 行政处罚法 58: whoever investigated does not review. */
export const reviewerDidNotInvestigate: StateGuard = (state, actor) =>
  state.investigators.includes(actor.id)
    ? refuse('reviewer_investigated', '您参加过本案调查，不能审核本案。请由其他法制审核人员审核。', ARTICLES.review)
    : null;

export const verifiedAsViolation: StateGuard = (state) => {
  if (state.verification === null) {
    return refuse('not_verified_on_scene', '尚未现场核查，请先登记核查结果。', ARTICLES.filing);
  }
  return state.verification.violation
    ? null
    : refuse('no_violation_found', '核查未发现违法行为，不能立案或处罚；请按不予处罚结案。', ARTICLES.filing);
};

export const noRectificationOpen: StateGuard = (state) =>
  state.rectification !== null && state.rectification.result === null
    ? refuse('rectification_open', '责令改正尚未复查，请先登记复查结果。', ARTICLES.rectify)
    : null;

export const rectificationOpen: StateGuard = (state) =>
  state.rectification !== null && state.rectification.result === null
    ? null
    : refuse('rectification_not_ordered', '没有待复查的责令改正。', ARTICLES.rectify);

export const evidenceOnFile: StateGuard = (state) =>
  state.evidence.length > 0 ? null : refuse('evidence_missing', '尚未登记任何证据，不能终结调查。', ARTICLES.evidence);

/** 行政处罚法 58: not passed, no decision. Any act of investigation after a pass needs a new one. */
export const reviewPassed: StateGuard = (state) =>
  state.reviews.at(-1)?.verdict === 'pass'
    ? null
    : refuse('review_missing', '法制审核未通过，不得作出决定。', ARTICLES.review);

export const noticeGiven: StateGuard = (state) =>
  state.notice !== null ? null : refuse('notice_missing', '尚未事先告知当事人，不得作出处罚决定。', ARTICLES.notice);

/** 行政处罚法 44, 45, 62: no decision before the party has spoken or the time for it is over. */
export const statementHeardOrLapsed: StateGuard = (state, _actor, at) => {
  if (state.statement !== null || state.notice === null || at >= state.notice.statementUntil) return null;
  return refuse(
    'statement_period_running',
    `陈述申辩期限未满（至${lastDay(state.notice.statementUntil)}止），且尚未记录当事人意见，不得作出处罚决定。`,
    ARTICLES.noDecisionUnheard,
  );
};

export const noStatementYet: StateGuard = (state) =>
  state.statement === null ? null : refuse('statement_on_record', '陈述申辩已记录在案。', ARTICLES.statement);

export const noCooperationOpen: StateGuard = (state) =>
  state.cooperation.some((task) => task.answer === null)
    ? refuse('cooperation_open', '协办任务尚未答复，不能终结调查。请催办协办镇街。', ARTICLES.assistance)
    : null;

export const dispatchNotInsisted: StateGuard = (state) =>
  state.insisted ? refuse('dispatch_insisted', '指挥调度中心已维持派遣，不能再次退单。') : null;

export const anotherTown: InputGuard<'redispatch'> = (state, command) =>
  command.input.town === state.town
    ? refuse('same_town', '改派的镇街与原镇街相同；如坚持原派遣，请用“维持派遣”。')
    : null;

export const untilNotPast: InputGuard<'order_rectification'> = (_state, command) =>
  command.input.until < lawDateOf(command.at)
    ? refuse('date_out_of_range', `改正期限 ${command.input.until} 已过，请填写今天或以后的日期。`, ARTICLES.rectify)
    : null;

/** 不予处罚 needs its ground on file: nothing found, or an order checked as put right. */
export const groundOnFile: InputGuard<'close_without_penalty'> = (state, command) => {
  const rectified = state.rectification?.result?.rectified === true;
  switch (command.input.reason) {
    case 'not_established':
    case 'no_fault':
      return null;
    case 'put_right':
    case 'slight':
    case 'first_and_slight':
      return rectified
        ? null
        : refuse('grounds_missing', '以“已改正”为由不予处罚，须先责令改正并登记复查合格。', ARTICLES.noPenalty);
  }
};

/** 行政处罚法 51: a summary fine has its limit, by the kind of party. */
export const withinSummaryLimit: InputGuard<'decide_on_spot'> = (state, command) => {
  const { party, penalty } = command.input;
  const limit =
    party.kind === 'citizen' ? state.law.limits.summary_fine_citizen : state.law.limits.summary_fine_organisation;
  return penalty.fine > limit.value
    ? refuse(
        'summary_limit_exceeded',
        `当场罚款 ${penalty.fine} 元超过${party.kind === 'citizen' ? '公民' : '组织'}限额 ${limit.value} 元，请转普通程序。`,
        ARTICLES.summary,
      )
    : null;
};

/** 行政处罚法 68: what may be collected on the spot. */
export const withinCollectionLimit: InputGuard<'decide_on_spot'> = (state, command) => {
  const limit = state.law.limits.on_spot_collection.value;
  return command.input.collectedOnSpot && command.input.penalty.fine > limit
    ? refuse(
        'collection_limit_exceeded',
        `罚款 ${command.input.penalty.fine} 元超过可以当场收缴的 ${limit} 元，请告知当事人到指定银行缴纳。`,
        ARTICLES.onSpotCollection,
      )
    : null;
};

export const rightsTold: InputGuard<'decide_on_spot'> = (_state, command) => {
  if (!command.input.certificatesShown) {
    return refuse('certificates_not_shown', '执法人员须先出示执法证件。', ARTICLES.onSpot);
  }
  return command.input.statementHeard
    ? null
    : refuse('statement_not_heard', '须先告知事实、理由、依据并听取当事人陈述申辩。', ARTICLES.statement);
};

/** A penalty imposes something, rests on an article that is known, and stays within the item's range. */
export const withinItemRange = (
  state: CaseState,
  command: CommandOf<PenaltyAct | 'end_investigation'>,
): Refusal | null => {
  const penalty = command.act === 'end_investigation' ? command.input.proposal : command.input.penalty;
  const kind = command.act === 'decide_on_spot' ? command.input.party.kind : state.party?.kind;
  if (command.act !== 'end_investigation' && !penalty.warning && penalty.fine === 0) {
    return refuse('penalty_empty', '处罚内容为空：请给予警告或者罚款，否则按不予处罚结案。', ARTICLES.decision);
  }
  return penalty.fine === 0 && !penalty.warning ? null : itemAllows(state, penalty, kind);
};

function itemAllows(state: CaseState, penalty: Penalty, kind: 'citizen' | 'organisation' | undefined): Refusal | null {
  const { item } = state;
  if (!item.verified) {
    return refuse(
      'fine_unknown',
      `事项 ${item.code} 的法律条文和罚款数额尚未核定，不能据以处罚。请目录管理员先补录《${item.statute}》的条文。`,
      ARTICLES.decision,
    );
  }
  if (penalty.fine === 0) return null;
  const article = { statute: item.statute, article: item.article };
  const range = kind === 'organisation' ? item.fineOrganisation : item.fineCitizen;
  switch (item.fineBasis) {
    case 'none':
      return refuse('fine_out_of_range', `${item.article}没有规定罚款，不能罚款。`, article);
    case 'fixed':
      return fits(penalty.fine, range)
        ? null
        : refuse('fine_out_of_range', `罚款 ${penalty.fine} 元不在法定幅度内（${rangeText(range)}）。`, article);
    case 'percent_of_cost':
    case 'multiple_of_illegal_income':
    case 'per_m2':
      // The share or multiple stands in words (fine_note); the reckoning is in the decision's reasons and is reviewed.
      return null;
  }
}

function fits(fine: number, range: FineRange): boolean {
  return range.max !== null && fine <= range.max && fine >= (range.min ?? 0);
}

function rangeText(range: FineRange): string {
  return range.max === null ? '条文没有对此类当事人规定数额' : `${range.min ?? 0}—${range.max} 元`;
}

/** 行政处罚法 45: not heavier than what was noticed, because the party has spoken. */
export const notHeavierThanNoticed: InputGuard<'decide_penalty'> = (state, command) => {
  if (state.notice === null) return null;
  const { penalty } = command.input;
  const heavier =
    penalty.fine > state.notice.penalty.fine || (penalty.warning && !state.notice.penalty.warning && penalty.fine > 0);
  return heavier
    ? refuse(
        'heavier_than_noticed',
        `拟处罚款 ${penalty.fine} 元重于已告知的 ${state.notice.penalty.fine} 元；不得因当事人申辩而给予更重的处罚。`,
        ARTICLES.statement,
      )
    : null;
};

export const servedBetweenDecisionAndToday: InputGuard<'serve_decision'> = (state, command) => {
  const earliest = state.decision === null ? null : lawDateOf(state.decision.at);
  const today = lawDateOf(command.at);
  const { servedOn } = command.input;
  return (earliest !== null && servedOn < earliest) || servedOn > today
    ? refuse('date_out_of_range', `送达日期 ${servedOn} 须在决定之日以后、今天（${today}）以前。`, ARTICLES.service)
    : null;
};

export const paidWithinFine: InputGuard<'record_payment'> = (state, command) => {
  const today = lawDateOf(command.at);
  if (command.input.paidOn > today) {
    return refuse('date_out_of_range', `缴款日期 ${command.input.paidOn} 晚于今天（${today}）。`, ARTICLES.payment);
  }
  return command.input.amount > owed(state)
    ? refuse('payment_exceeds_fine', `缴款 ${command.input.amount} 元多于应缴的 ${owed(state)} 元。`, ARTICLES.payment)
    : null;
};

export const taskIsOpen: InputGuard<'answer_cooperation'> = (state, command) => {
  const task = state.cooperation.find((candidate) => candidate.id === command.input.taskId);
  return task !== undefined && task.answer === null && task.town === command.actor.org
    ? null
    : refuse('cooperation_unknown', `没有待贵单位答复的协办任务 ${command.input.taskId}。`, ARTICLES.assistance);
};

export const notJoinedYet: InputGuard<'join_report'> = (state, command) =>
  state.clueIds.includes(command.input.clueId) ? refuse('report_already_joined', '该线索已并入本案。') : null;

function lastDay(until: string): string {
  return lawDateOf(new Date(Date.parse(until) - 1).toISOString());
}
