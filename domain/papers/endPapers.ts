import { ARTICLES } from '../articles';
import type { EventOf, NoPenaltyReason } from '../case';
import type { Article } from '../catalogue';
import { NO_PENALTY_LABELS } from '../labels';
import type { PaperFields } from './paperFields';
import {
  address,
  dateOf,
  evidenceRows,
  names,
  officers,
  partyFields,
  partyIfAny,
  remediesFields,
  type Scene,
} from './shared';
import { articleText, chineseDate } from './words';

/** 行政处罚法 33, 57: which article each reason rests on. */
const BASIS: Readonly<Record<NoPenaltyReason, Article>> = {
  not_established: ARTICLES.decision,
  put_right: ARTICLES.noPenalty,
  slight: ARTICLES.noPenalty,
  first_and_slight: ARTICLES.noPenalty,
  no_fault: ARTICLES.noPenalty,
};

/** 行政处罚法 57: a filed case that ends without a penalty ends with a decision that the party is given. */
export function noPenaltyDecision(
  reason: NoPenaltyReason,
  explanation: string,
  scene: Scene,
): PaperFields<'no_penalty_decision'> {
  const { state, at } = scene;
  return {
    ...partyFields(scene),
    ...officers(state.assignees),
    ...remediesFields(scene),
    当事人住址: address(scene),
    违法事实: state.verification?.facts ?? { missing: '尚未登记现场核查情况' },
    证据: evidenceRows(state),
    不予处罚事由: NO_PENALTY_LABELS[reason],
    不予处罚依据: articleText(BASIS[reason]),
    决定理由: explanation,
    决定日期: dateOf(at),
  };
}

/** 行政处罚法 27: suspected crime to the police; what another authority is competent for to that authority. */
export function transferLetter(event: EventOf<'transfer_decided'>, scene: Scene): PaperFields<'transfer_letter'> {
  const { state, trail, actor } = scene;
  return {
    当事人: partyIfAny(scene),
    ...officers(state.assignees.length > 0 ? state.assignees : [actor]),
    移送机关: event.body,
    移送依据: articleText(event.to === 'police' ? ARTICLES.crime : ARTICLES.jurisdiction),
    立案日期: trail.filedOn === null ? '未立案' : chineseDate(trail.filedOn),
    核查情况: state.verification?.facts ?? '未经现场核查',
    移送理由: event.reason,
    证据: evidenceRows(state),
    审批人: names([actor]),
  };
}
