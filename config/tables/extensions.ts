import { PERIOD_UNITS, type ExtensionLimit, type Period } from '../../domain/catalogue';
import { articleOrNull } from '../cells';
import type { Problems } from '../problems';
import { readTable } from '../readTable';

export const EXTENSIONS_FILE = 'extensions.csv';

const COLUMNS = [
  'period',
  'times',
  'number',
  'unit',
  'statute',
  'article',
  'in_force_from',
  'verified',
  'note',
] as const;

/** By how much a period may be extended, and how often. A period without a row can't be. */
export function readExtensions(dir: string, periods: readonly Period[], problems: Problems): ExtensionLimit[] {
  const known = new Set(periods.map(({ id }) => id));
  return readTable(dir, EXTENSIONS_FILE, COLUMNS, problems).map((row) => {
    const period = row.text('period');
    if (!known.has(period)) row.fail('period', '期限表里没有这个期限');
    return {
      period,
      times: row.whole('times'),
      most: { number: row.whole('number'), unit: row.oneOf('unit', PERIOD_UNITS) },
      article: articleOrNull(row),
      inForceFrom: row.date('in_force_from'),
      verified: row.flag('verified', 'yes', 'no'),
    };
  });
}
