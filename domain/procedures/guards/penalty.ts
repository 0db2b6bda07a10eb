import { ARTICLES } from '../../articles';
import type { CaseState, PartyKind, Penalty } from '../../case';
import type { FineRange } from '../../catalogue';
import { isEmpty } from '../../penalty';
import { refuse, type Refusal } from '../../refusal';
import type { InputGuard } from '../procedure';
import type { PenaltyCommand } from './commandWith';

/** What may be imposed: within the item's articles, and on the spot within the summary procedure's limits. */

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

/** 行政处罚法 51: on the spot there are warnings and fines, and nothing else. */
export const summaryKindsOnly: InputGuard<'decide_on_spot'> = (_state, { input }) =>
  input.penalty.confiscation > 0 || input.penalty.others.length > 0
    ? refuse('summary_kind_exceeded', '当场处罚只能警告或者罚款；没收等其他处罚请转普通程序。', ARTICLES.summary)
    : null;

/** 行政处罚法 68, 69: what may be collected on the spot. */
export const collectionAllowed: InputGuard<'decide_on_spot'> = (state, { input }) => {
  const limit = state.law.limits.on_spot_collection.value;
  if (input.collection === null) return null;
  if (input.penalty.fine === 0) {
    return refuse('collection_not_allowed', '没有罚款，不存在当场收缴。', ARTICLES.onSpotCollection);
  }
  return input.collection === 'small_fine' && input.penalty.fine > limit
    ? refuse(
        'collection_not_allowed',
        `罚款 ${input.penalty.fine} 元超过可以当场收缴的 ${limit} 元，请告知当事人到指定银行缴纳。`,
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

/** A penalty imposes something, rests on an article that is known, and stays within the item's range. A proposal may be empty. */
export const withinItemRange = (state: CaseState, command: PenaltyCommand): Refusal | null => {
  const penalty = penaltyOf(command);
  const kind = command.act === 'decide_on_spot' ? command.input.party.kind : state.party?.kind;
  if (isEmpty(penalty)) {
    return command.act === 'end_investigation'
      ? null
      : refuse('penalty_empty', '处罚内容为空：请给予处罚，否则按不予处罚结案。', ARTICLES.decision);
  }
  return itemAllows(state, penalty, kind);
};

function penaltyOf(command: PenaltyCommand): Penalty {
  switch (command.act) {
    case 'end_investigation':
      return command.input.proposal;
    case 'record_discussion':
      return command.input.conclusion;
    case 'decide_on_spot':
    case 'decide_penalty':
    case 'give_notice':
      return command.input.penalty;
  }
}

function itemAllows(state: CaseState, penalty: Penalty, kind: PartyKind | undefined): Refusal | null {
  const { item } = state;
  if (!item.verified) {
    return refuse(
      'fine_unknown',
      `事项 ${item.code} 的法律条文和罚款数额尚未核定，不能据以处罚。请目录管理员先补录《${item.statute}》的条文。`,
      ARTICLES.decision,
    );
  }
  const article = { statute: item.statute, article: item.article };
  const foreign = penalty.others.find((other) => !item.otherPenalties.includes(other));
  if (foreign !== undefined) {
    return refuse(
      'penalty_not_allowed',
      `${item.article}没有规定“${foreign}”；可以作出的有：${item.otherPenalties.join('、') || '无'}。`,
      article,
    );
  }
  if (penalty.confiscation > 0 && !item.otherPenalties.some((other) => other.startsWith('没收'))) {
    return refuse('penalty_not_allowed', `${item.article}没有规定没收，不能没收违法所得。`, article);
  }
  return penalty.fine === 0 ? null : fineAllowed(state, penalty, kind);
}

function fineAllowed({ item }: CaseState, { fine, basisAmount }: Penalty, kind: PartyKind | undefined): Refusal | null {
  const article = { statute: item.statute, article: item.article };
  const range = kind === 'organisation' ? item.fineOrganisation : item.fineCitizen;
  switch (item.fineBasis) {
    case 'none':
      return refuse('fine_out_of_range', `${item.article}没有规定罚款，不能罚款。`, article);
    case 'fixed':
      return fits(fine, range)
        ? null
        : refuse('fine_out_of_range', `罚款 ${fine} 元不在法定幅度内（${rangeText(range)}）。`, article);
    case 'percent_of_cost':
    case 'multiple_of_illegal_income':
    case 'per_m2': {
      // Where the article's share isn't on file in figures, its reckoning is in the decision's reasons and is reviewed.
      if (item.fineRate === null) return null;
      if (basisAmount === null || basisAmount <= 0) {
        return refuse('basis_missing', `本项罚款按${BASIS_WORDS[item.fineBasis]}计算，请填写计罚基数。`, article);
      }
      const by = scaled(item.fineRate, basisAmount);
      return fits(fine, by)
        ? null
        : refuse(
            'fine_out_of_range',
            `按${BASIS_WORDS[item.fineBasis]} ${basisAmount} 计算，罚款 ${fine} 元不在法定幅度内（${rangeText(by)}）。`,
            article,
          );
    }
  }
}

const BASIS_WORDS = {
  percent_of_cost: '工程造价或者合同价款（元）',
  multiple_of_illegal_income: '违法所得（元）',
  per_m2: '面积（平方米）',
} as const;

function scaled({ min, max }: FineRange, basis: number): FineRange {
  const times = (rate: number | null) => (rate === null ? null : Math.round(rate * basis * 100) / 100);
  return { min: times(min), max: times(max) };
}

function fits(fine: number, range: FineRange): boolean {
  return range.max !== null && fine <= range.max && fine >= (range.min ?? 0);
}

function rangeText(range: FineRange): string {
  return range.max === null ? '条文没有对此类当事人规定数额' : `${range.min ?? 0}—${range.max} 元`;
}
