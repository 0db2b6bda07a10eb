import { LIMIT_IDS, type Limit } from '../../domain/catalogue';
import type { Problems } from '../problems';
import { readTable } from '../readTable';

export const LIMITS_FILE = 'limits.csv';

const COLUMNS = ['id', 'name', 'value', 'unit', 'statute', 'article', 'in_force_from'] as const;

export function readLimits(dir: string, problems: Problems): Limit[] {
  return readTable(dir, LIMITS_FILE, COLUMNS, problems).map((row) => {
    const statute = row.raw('statute');
    const article = row.raw('article');
    if ((statute === '') !== (article === '')) row.fail('article', '法律和条文应同时填写或同时留空');
    return {
      id: row.oneOf('id', LIMIT_IDS),
      name: row.text('name'),
      value: row.number('value'),
      unit: row.text('unit'),
      article: statute === '' ? null : { statute, article },
      inForceFrom: row.date('in_force_from'),
    };
  });
}
