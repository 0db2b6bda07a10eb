import {
  FIELDS,
  PERIOD_UNITS,
  RUNG_CONSEQUENCES,
  RUNG_FROM,
  RUNG_TO,
  type Period,
  type Rung,
} from '../../domain/catalogue';
import { ESCALATING_PERIODS } from '../../domain/ladder';
import { oneOfOrNull } from '../cells';
import type { Problems } from '../problems';
import { readTable } from '../readTable';

export const LADDER_FILE = 'ladder.csv';

const COLUMNS = [
  'rung',
  'duty',
  'domain',
  'from',
  'after_number',
  'after_unit',
  'to',
  'consequence',
  'in_force_from',
  'verified',
  'note',
] as const;

/** The ladder 督办阶梯: who hears of a duty that nobody does, how long after its light, and when the bureau takes the case. */
export function readLadder(dir: string, periods: readonly Period[], problems: Problems): Rung[] {
  const known = new Map(periods.map((period) => [period.id, period]));
  const seen = new Set<string>();
  const rows = readTable(dir, LADDER_FILE, COLUMNS, problems).map((row) => {
    const number = row.whole('rung');
    if (number < 1 || number > 99) row.fail('rung', '级次应在 1 到 99 之间');
    const duty = row.text('duty') === '*' ? null : row.text('duty');
    const field = oneOfOrNull(row, 'domain', FIELDS);
    const from = row.oneOf('from', RUNG_FROM);
    const to = row.oneOf('to', RUNG_TO);
    const consequence = row.oneOf('consequence', RUNG_CONSEQUENCES);
    const after = { number: row.whole('after_number'), unit: row.oneOf('after_unit', PERIOD_UNITS) };
    const inForceFrom = row.date('in_force_from');
    const period = duty === null ? undefined : known.get(duty);
    if (duty !== null && period === undefined) row.fail('duty', '期限表里没有这个期限（全部履职事项写 *）');
    if (from === 'yellow' && period?.yellow === null) row.fail('from', '这个期限不亮黄灯（期限表里没有预警点）');
    if (consequence === 'escalate') {
      if (from !== 'red' || to !== 'bureau') row.fail('consequence', '提级只能从红灯起算，去向为 bureau');
      if (after.number === 0) row.fail('after_number', '提级前应留出办理时间');
      if (duty === null || !ESCALATING_PERIODS.includes(duty))
        row.fail('duty', `提级只能对 ${ESCALATING_PERIODS.join('、')} 分别规定`);
    }
    const key = [number, duty, field, inForceFrom].join(' ');
    if (seen.has(key)) row.fail('rung', '同一级次、事项、领域、施行日期只能出现一次');
    seen.add(key);
    return { row, rung: { number, duty, field, from, after, to, consequence, inForceFrom } };
  });
  for (const { row, rung } of rows) {
    const above = rows.some((other) => other.rung.number > rung.number && other.rung.duty === rung.duty);
    const general = rows.some((other) => other.rung.number > rung.number && other.rung.duty === null);
    if (rung.consequence === 'escalate' && (above || general)) row.fail('rung', '提级应为最后一级');
  }
  return rows.map(({ row, rung }) => ({ ...rung, verified: row.flag('verified', 'yes', 'no') }));
}
