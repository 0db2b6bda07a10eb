import type { Calendar } from '../../domain/catalogue';
import type { Problems } from '../problems';
import { readTable } from '../readTable';

export const WORKING_HOURS_FILE = 'working_hours.csv';

const COLUMNS = ['from', 'to', 'source'] as const;
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
const TIME_ALLOWED = '应为 24 小时制的时刻，形如 09:00';

/** Office hours of a working day. None at all would make a period in working hours endless, so the start stops. */
export function readWorkingHours(dir: string, problems: Problems): Calendar['workingHours'] {
  const before = problems.count;
  const hours: { readonly from: string; readonly to: string }[] = [];
  for (const row of readTable(dir, WORKING_HOURS_FILE, COLUMNS, problems)) {
    const from = row.matching('from', TIME, TIME_ALLOWED);
    const to = row.matching('to', TIME, TIME_ALLOWED);
    row.text('source');
    if (to <= from) row.fail('to', '应晚于上班时刻');
    const last = hours.at(-1);
    if (last !== undefined && from < last.to) row.fail('from', '应按先后排列，且不早于上一段的下班时刻');
    hours.push({ from, to });
  }
  if (hours.length === 0 && problems.count === before)
    problems.add({ file: WORKING_HOURS_FILE, line: null, column: null, value: null, allowed: '至少应有一段上班时间' });
  return hours;
}
