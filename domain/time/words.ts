import type { Article, Instant, PeriodUnit, Span } from '../catalogue';
import { instantOf, msOf, weekdayOf } from './lawDate';

/** How periods are written for people to read. */

export const UNIT_WORDS: Readonly<Record<PeriodUnit, string>> = {
  minute: '分钟',
  hour: '小时',
  working_hour: '个工作小时',
  working_day: '个工作日',
  calendar_day: '日',
  month: '个月',
  year: '年',
};

export const spanWords = ({ number, unit }: Span): string => `${number}${UNIT_WORDS[unit]}`;

export const articleWords = (article: Article | null): string =>
  article === null ? '' : `《${article.statute}》${article.article}`;

export const weekdayWord = (date: string): string =>
  (['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const)[weekdayOf(date)] ?? '';

/** `2026-10-01 09:30` in Shanghai. */
export function instantWords(instant: Instant): string {
  return instantOf(msOf(instant) + 8 * 3_600_000)
    .slice(0, 16)
    .replace('T', ' ');
}

/** `09:30` in Shanghai. */
export const timeWords = (instant: Instant): string => instantWords(instant).slice(11);
