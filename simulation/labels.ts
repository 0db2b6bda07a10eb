import type { HandledAs } from './changeCatalogue';
import type { Assumed } from './flow';
import type { FigureId } from './figures';

/** The Chinese of what a simulation measures, once. */
export const FIGURE_LABELS: Readonly<Record<FigureId, string>> = {
  opened: '成案（件）',
  closed: '结案（件）',
  town_share: '镇街办结率',
  median_days_to_close: '办结用时中位数（日）',
  red_share: '红灯率',
  backlog: '在办（件）',
  review_utilisation: '审核员忙碌率',
  review_wait_hours: '送审后等待审核（工作小时）',
  utilisation: '忙碌率',
  score: '履职得分',
};

/** In what the figures of a kind are shown. */
export const FIGURE_UNITS: Readonly<Record<FigureId, 'share' | 'count' | 'number'>> = {
  opened: 'count',
  closed: 'count',
  town_share: 'share',
  median_days_to_close: 'number',
  red_share: 'share',
  backlog: 'count',
  review_utilisation: 'share',
  review_wait_hours: 'number',
  utilisation: 'share',
  score: 'number',
};

/** What the model leaves out (docs/decisions/0019): whoever reads an answer has to know. */
export const NOT_MODELLED: readonly string[] = [
  '办公时间以外的工作、请假、路途、巡查和其他事务：以往季节里它们包含在办理用时之中，所以人数加倍并不等于快一倍。',
  '谁作决定与谁办理的区分、镇街对执法局案件的协作、办案人对案情的熟悉程度。',
  '中止、强制措施、听证、责令改正、法院程序：以往季节里它们包含在各环节用时之中，不随假设改变；延期完全不计，所以延期率所占的分数无从推演。',
  '成案以前的研判排队，退单后改派其他镇街，以及立案后才提出的罚款对分级的影响。',
  '各环节以外的期限（如全案九十日、罚款缴存）：红灯率和得分按环节计算，不能与“履职评估”里的数字直接相比。',
  '季节开始时没有积案：关心哪一段，就把开始日期提前一两个月。',
];

export const HANDLED_AS_LABELS: Readonly<Record<HandledAs, string>> = {
  summary: '赋权镇街，简易程序',
  ordinary: '赋权镇街，普通程序',
  not_delegated: '不赋权，执法局办',
};

export const ASSUMED_LABELS: Readonly<Record<Assumed['what'], string>> = { time: '用时', route: '去向' };
export const ASSUMED_FROM_LABELS: Readonly<Record<Assumed['from'], string>> = {
  other_grades: '取其他分级的',
  proposals: '取建议值',
};
