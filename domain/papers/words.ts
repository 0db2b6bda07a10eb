import type { Article, Instant, LawDate } from '../catalogue';
import type { CaseItem } from '../caseTerms';
import { lawDateOf, msOf } from '../time/lawDate';

/** 2026-09-30 → 2026年9月30日. */
export function chineseDate(date: LawDate): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  return `${year}年${month}月${day}日`;
}

/** By the clock in Shanghai: 2026年9月24日16时05分. */
export function chineseInstant(at: Instant): string {
  const clock = new Date(msOf(at) + 8 * 3_600_000).toISOString();
  return `${chineseDate(lawDateOf(at))}${Number(clock.slice(11, 13))}时${clock.slice(14, 16)}分`;
}

/**
 * 《中华人民共和国大气污染防治法》第一百一十八条; empty where either is: the paper then lacks it. Which revision is in force is
 * for the catalogue to know: a paper cites a law by its name.
 */
export function articleText({ statute, article }: Article): string {
  if (statute === '' || article === '') return '';
  const name = statute.replace(/（\d{4}(?:年)?修[订正]）/, '');
  return `${name.startsWith('《') ? name : `《${name}》`}${article}`;
}

/** 对损坏文物保护标志的处罚 → 损坏文物保护标志. */
export function causeOf({ name }: Pick<CaseItem, 'name'>): string {
  return /^对(.+?)(?:行为)?的(?:行政)?处罚$/.exec(name)?.[1] ?? name;
}

/** 20000 → 20000元; 0.5 → 0.50元. */
export function yuanText(yuan: number): string {
  return `${Number.isInteger(yuan) ? yuan : yuan.toFixed(2)}元`;
}
