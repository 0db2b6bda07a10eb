import { FIELDS, FIRST_ACTIONS, type PatrolItem } from '../../domain/catalogue';
import type { Problems } from '../problems';
import { readTable } from '../readTable';

export const PATROL_ITEMS_FILE = 'patrol_items.csv';

const COLUMNS = [
  'code',
  'domain',
  'name',
  'signs',
  'penalty_code',
  'first_action',
  'response_hours',
  'keywords',
] as const;

/** `knownItems`: the penalty items' codes, which `penalty_code` must name. */
export function readPatrolItems(dir: string, knownItems: ReadonlySet<string>, problems: Problems): PatrolItem[] {
  return readTable(dir, PATROL_ITEMS_FILE, COLUMNS, problems).map((row) => {
    const penaltyItem = row.raw('penalty_code');
    if (penaltyItem !== '' && !knownItems.has(penaltyItem)) row.fail('penalty_code', '处罚事项清单里没有这个编码');
    return {
      code: row.matching('code', /^XC-\d{3}$/, '应形如 XC-001'),
      field: row.oneOf('domain', FIELDS),
      name: row.text('name'),
      signs: row.text('signs'),
      penaltyItem: penaltyItem === '' ? null : penaltyItem,
      firstAction: row.oneOf('first_action', FIRST_ACTIONS),
      responseHours: row.number('response_hours'),
      keywords: row.list('keywords', '|'),
    };
  });
}
