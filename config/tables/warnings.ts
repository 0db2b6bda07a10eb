import { FIELDS, type FieldWarning, type Period } from '../../domain/catalogue';
import type { Problems } from '../problems';
import { readTable } from '../readTable';
import { readYellowPoint } from './periods';

export const WARNINGS_FILE = 'warnings.csv';

const COLUMNS = [
  'period',
  'domain',
  'yellow_kind',
  'yellow_number',
  'yellow_unit',
  'in_force_from',
  'verified',
  'note',
] as const;

/** Warning points that differ in a field from the period's own. */
export function readWarnings(dir: string, periods: readonly Period[], problems: Problems): FieldWarning[] {
  const known = new Map(periods.map((period) => [period.id, period]));
  const seen = new Set<string>();
  return readTable(dir, WARNINGS_FILE, COLUMNS, problems).map((row) => {
    const id = row.text('period');
    const field = row.oneOf('domain', FIELDS);
    const yellow = readYellowPoint(row);
    const inForceFrom = row.date('in_force_from');
    const period = known.get(id);
    if (period === undefined) row.fail('period', '期限表里没有这个期限');
    else if (period.yellow === null) row.fail('period', '这个期限不亮黄灯（期限表里没有预警点）');
    else if (yellow.kind === 'remaining' && yellow.span.unit === period.span.unit) {
      if (yellow.span.number >= period.span.number) row.fail('yellow_number', '应小于期限本身');
    }
    const key = `${id} ${field} ${inForceFrom}`;
    if (seen.has(key)) row.fail('period', '同一期限、领域、施行日期只能出现一次');
    seen.add(key);
    return { period: id, field, yellow, inForceFrom, verified: row.flag('verified', 'yes', 'no') };
  });
}
