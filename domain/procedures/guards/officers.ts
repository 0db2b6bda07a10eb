import { ARTICLES } from '../../articles';
import type { CaseState, CommandOf } from '../../case';
import { isCertified } from '../../people';
import { refuse, type Refusal } from '../../refusal';
import type { InputGuard, StateGuard } from '../procedure';
import type { OfficersCommand } from './commandWith';

/** Who may take part: two with certificates, of the organisation that has the case, none of them recused. */

/** 行政处罚法 42: no fewer officers than the law says, each with a certificate in force. */
export const enoughCertifiedOfficers = (state: CaseState, command: OfficersCommand): Refusal | null => {
  const distinct = new Set(command.input.officers.map((officer) => officer.id));
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

/** Officers named in an act belong to the organisation that has the case, hold a certificate and are not recused. */
export const officersOfOwner = (state: CaseState, command: OfficersCommand): Refusal | null => {
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
    if (isRecused(state, officer.id)) return recused(officer.id);
    const other = otherPart(state, officer.id);
    if (other !== null) return other;
  }
  return null;
};

/** 行政处罚法 58, 64 from the other side: whoever reviewed the case or chairs its hearing investigates nothing in it. */
function otherPart(state: Pick<CaseState, 'reviews' | 'hearing'>, id: string): Refusal | null {
  if (state.reviews.some(({ reviewer }) => reviewer === id)) {
    return refuse('reviewer_investigated', `${id} 审核过本案，不能参加本案调查。请另选执法人员。`, ARTICLES.review);
  }
  return state.hearing.notice?.chair === id
    ? refuse('chair_not_neutral', `${id} 主持本案听证，不能参加本案调查。请另选执法人员。`, ARTICLES.hearingProcedure)
    : null;
}

export const actorHasNoOtherPart: StateGuard = (state, actor) => otherPart(state, actor.id);

/** Whoever records an act of investigation was there: their own name is among the officers'. */
export const actorAmongOfficers = (_state: CaseState, command: OfficersCommand): Refusal | null =>
  command.input.officers.some(({ id }) => id === command.actor.id)
    ? null
    : refuse('actor_not_among_officers', '您不在本次执法人员之列，不能代为登记。', ARTICLES.officers);

export const actorIsCertified: StateGuard = (_state, actor, at) =>
  isCertified(actor, at)
    ? null
    : refuse('officer_uncertified', '您没有有效的行政执法证件，不能实施本行为。', ARTICLES.officers);

/** 行政处罚法 43: whoever was told to stand aside does nothing more in the case. */
export function isRecused(state: Pick<CaseState, 'recusals'>, person: string): boolean {
  return state.recusals.some((recusal) => recusal.person === person && recusal.granted === true);
}

export function recused(person: string): Refusal {
  return refuse('recused', `${person} 已依法回避，不能再参加本案办理。`, ARTICLES.recusal);
}

export const noRecusalPending: StateGuard = (state) =>
  state.recusals.some((recusal) => recusal.granted === null)
    ? refuse('recusal_pending', '有回避申请尚未决定，请先作出决定。', ARTICLES.recusal)
    : null;

export const recusalPending: StateGuard = (state) =>
  state.recusals.some((recusal) => recusal.granted === null)
    ? null
    : refuse('recusal_unknown', '没有待决定的回避申请。', ARTICLES.recusal);

/** Recusal is asked of somebody who has to do with the case. */
export const personOnTheCase: InputGuard<'ask_recusal'> = (state, { input }) => {
  const { id, org } = input.person;
  if (isRecused(state, id)) return recused(id);
  if (state.recusals.some((recusal) => recusal.person === id && recusal.granted === null)) {
    return refuse('recusal_pending', `对 ${id} 的回避申请尚未决定。`, ARTICLES.recusal);
  }
  return org === state.owner || org === 'bureau' || state.investigators.includes(id)
    ? null
    : refuse('not_on_the_case', `${id} 不参加本案办理，无须回避。`, ARTICLES.recusal);
};

/** Whoever is asked to stand aside doesn't decide it, nor anybody who was recused. */
export const recusalIsOpen: InputGuard<'decide_recusal'> = (state, { input, actor }) => {
  const recusal = state.recusals.find(({ id }) => id === input.recusalId);
  if (recusal === undefined || recusal.granted !== null) {
    return refuse('recusal_unknown', `没有待决定的回避申请 ${input.recusalId}。`, ARTICLES.recusal);
  }
  return recusal.person === actor.id
    ? refuse('not_competent', '被申请回避的人不能自行决定是否回避。', ARTICLES.recusal)
    : null;
};

/** 行政处罚法 58: whoever investigated does not review. */
export const reviewerDidNotInvestigate: StateGuard = (state, actor) =>
  state.investigators.includes(actor.id)
    ? refuse('reviewer_investigated', '您参加过本案调查，不能审核本案。请由其他法制审核人员审核。', ARTICLES.review)
    : null;

/** 行政处罚法 58: a first-time reviewer holds the legal qualification; the roster says who does. */
export const reviewerIsQualified: StateGuard = (_state, actor) =>
  actor.qualified
    ? null
    : refuse('reviewer_unqualified', '您未登记国家统一法律职业资格，不能从事法制审核。', ARTICLES.review);

export const reviewerDidNotChair: StateGuard = (state, actor) =>
  state.hearing.notice?.chair === actor.id
    ? refuse('reviewer_chaired', '您主持本案听证，不能同时审核本案。', ARTICLES.review)
    : null;

/** 行政处罚法 64: the hearing is chaired by somebody who didn't investigate; here neither by whoever reviewed. */
export const chairIsNeutral: InputGuard<'give_hearing_notice'> = (state, { input }) => {
  const { id, org } = input.chair;
  if (org !== state.owner && org !== 'bureau') {
    return refuse(
      'officer_of_another_organisation',
      `${id} 不属于办案机关，不能主持本案听证。`,
      ARTICLES.hearingProcedure,
    );
  }
  if (isRecused(state, id)) return recused(id);
  return state.investigators.includes(id) || state.reviews.some(({ reviewer }) => reviewer === id)
    ? refuse('chair_not_neutral', `${id} 参加过本案调查或者审核，不能主持听证。请另行指定。`, ARTICLES.hearingProcedure)
    : null;
};

export const actorIsTheChair: StateGuard = (state, actor) =>
  state.hearing.notice === null || state.hearing.notice.chair === actor.id
    ? null
    : refuse('not_the_chair', '听证笔录由听证主持人登记。', ARTICLES.hearingProcedure);

/** 行政处罚法 57: the leaders discuss together; a single one doesn't, nor one who stands aside. */
export const leadersDiscuss = (state: CaseState, { input }: CommandOf<'record_discussion'>): Refusal | null => {
  const distinct = new Set(input.participants.map(({ id }) => id));
  const needed = state.law.limits.discussion_participants_min.value;
  if (distinct.size < needed) {
    return refuse(
      'officers_insufficient',
      `集体讨论参加人不得少于${needed}人，本次只有${distinct.size}人。`,
      ARTICLES.decision,
    );
  }
  for (const { id, org } of input.participants) {
    if (isRecused(state, id)) return recused(id);
    if (org !== state.owner) {
      return refuse('officer_of_another_organisation', `${id} 不属于办案机关，不能参加集体讨论。`, ARTICLES.decision);
    }
  }
  return null;
};
