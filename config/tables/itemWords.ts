import type { PatrolItem, PenaltyItem } from '../../domain/catalogue';
import type { Problems } from '../problems';
import { readTable } from '../readTable';

export const ITEM_WORDS_FILE = 'item_words.csv';

const COLUMNS = ['code', 'keywords', 'negative_keywords'] as const;

interface Words {
  readonly keywords: readonly string[];
  readonly negativeKeywords: readonly string[];
}

/**
 * The words people really use for an item, beside the lists' own. They stand in a file of their own because the
 * lists are replaced by import, and these must outlive that.
 */
export function readItemWords(
  dir: string,
  knownCodes: ReadonlySet<string>,
  problems: Problems,
): ReadonlyMap<string, Words> {
  const words = new Map<string, Words>();
  for (const row of readTable(dir, ITEM_WORDS_FILE, COLUMNS, problems)) {
    const code = row.text('code');
    if (!knownCodes.has(code)) row.fail('code', '处罚事项和巡查事项清单里都没有这个编码');
    if (words.has(code)) row.fail('code', '同一编码只能有一行');
    if (code.startsWith('XC') && row.raw('negative_keywords') !== '')
      row.fail('negative_keywords', '巡查事项没有排除词');
    words.set(code, { keywords: row.list('keywords', '|'), negativeKeywords: row.list('negative_keywords', '|') });
  }
  return words;
}

export function withWords(item: PenaltyItem, more: Words | undefined): PenaltyItem {
  if (more === undefined) return item;
  return {
    ...item,
    keywords: [...new Set([...item.keywords, ...more.keywords])],
    negativeKeywords: [...new Set([...item.negativeKeywords, ...more.negativeKeywords])],
  };
}

export function withPatrolWords(item: PatrolItem, more: Words | undefined): PatrolItem {
  return more === undefined ? item : { ...item, keywords: [...new Set([...item.keywords, ...more.keywords])] };
}
