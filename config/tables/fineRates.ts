import type { FineRange } from '../../domain/catalogue';
import type { Problems } from '../problems';
import { readTable } from '../readTable';

export const FINE_RATES_FILE = 'fine_rates.csv';

const COLUMNS = ['code', 'min', 'max', 'note'] as const;

/** The shares and multiples of fines that are reckoned on a basis, in figures. Items without a row have only the article's words. */
export function readFineRates(
  dir: string,
  knownCodes: ReadonlySet<string>,
  problems: Problems,
): ReadonlyMap<string, FineRange> {
  const rates = new Map<string, FineRange>();
  for (const row of readTable(dir, FINE_RATES_FILE, COLUMNS, problems)) {
    const code = row.text('code');
    if (!knownCodes.has(code)) row.fail('code', '处罚事项清单里没有这个编码');
    if (rates.has(code)) row.fail('code', '同一编码只能有一行');
    const [min, max] = [row.number('min'), row.number('max')];
    if (min > max) row.fail('min', '下限不能高于上限');
    rates.set(code, { min, max });
  }
  return rates;
}
