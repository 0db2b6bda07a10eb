import { ARTICLES } from '../articles';
import type { EventOf } from '../case';
import { DISPOSAL_LABELS, MEASURE_LABELS } from '../labels';
import { lastDayOf } from '../time/clock';
import { spanWords } from '../time/words';
import type { PaperFields } from './paperFields';
import { address, dateOf, officers, party, partyFields, remediesFields, type Scene } from './shared';
import { articleText, chineseDate } from './words';

/** What both papers of a measure say of it. */
function measureFields(event: EventOf<'measure_taken'>) {
  const clock = event.clocks.set.find(({ id }) => id === event.measureId);
  return {
    ...officers(event.officers),
    措施依据: articleText(event.kind === 'seizure' ? ARTICLES.seizure : ARTICLES.preservation),
    措施理由: event.reason,
    地点: event.place,
    批准情况: event.approved ? '已经行政机关负责人批准' : '情况紧急，当场实施，并向行政机关负责人报告、补办批准手续',
    期限: clock === undefined ? { missing: '措施没有期限' } : spanWords(clock.span),
    最后一日: clock === undefined ? { missing: '措施没有期限' } : chineseDate(lastDayOf(clock)),
    物品: goodsRows(event.goods),
  };
}

/** 行政强制法 24: handed over on the spot with its list, in an emergency too. */
export function seizureDecision(event: EventOf<'measure_taken'>, scene: Scene): PaperFields<'seizure_decision'> {
  return { ...partyFields(scene), ...remediesFields(scene), 当事人住址: address(scene), ...measureFields(event) };
}

export function preservationList(event: EventOf<'measure_taken'>, scene: Scene): PaperFields<'preservation_list'> {
  return {
    当事人: party(scene),
    清单名称: event.kind === 'seizure' ? '查封（扣押）物品清单' : '先行登记保存物品清单',
    措施: MEASURE_LABELS[event.kind],
    ...measureFields(event),
  };
}

/** 行政处罚法 56, 行政强制法 27, 28: what becomes of the things. */
export function measureDisposal(event: EventOf<'measure_disposed'>, scene: Scene): PaperFields<'measure_disposal'> {
  const taken = scene.trail.measures.find(({ measureId }) => measureId === event.measureId);
  if (taken === undefined) throw new Error(`measure ${event.measureId} was never taken`);
  return {
    当事人: party(scene),
    ...officers(scene.state.assignees.length > 0 ? scene.state.assignees : taken.officers),
    措施: MEASURE_LABELS[taken.kind],
    措施日期: dateOf(taken.at),
    物品: goodsRows(taken.goods),
    处理方式: DISPOSAL_LABELS[event.disposal],
    处理情况: event.note,
  };
}

/** One line for each thing: people write them on lines of their own or between semicolons. */
function goodsRows(text: string) {
  return text
    .split(/[\n；;]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((名称, index) => ({ 序号: String(index + 1), 名称 }));
}
