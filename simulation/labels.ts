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

export const ASSUMED_LABELS: Readonly<Record<Assumed['what'], string>> = { time: '用时', route: '去向' };
export const ASSUMED_FROM_LABELS: Readonly<Record<Assumed['from'], string>> = {
  other_grades: '取其他分级的',
  proposals: '取建议值',
};
