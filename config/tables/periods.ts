import { PERIOD_UNITS, type Article, type Period, type YellowPoint } from '../../domain/catalogue';
import type { Problems } from '../problems';
import { readTable } from '../readTable';
import type { Row } from '../row';

export const PERIODS_FILE = 'periods.csv';

const COLUMNS = [
  'id',
  'source',
  'name',
  'number',
  'unit',
  'yellow_kind',
  'yellow_number',
  'yellow_unit',
  'rolls_forward',
  'starts_from',
  'on_lapse',
  'statute',
  'article',
  'in_force_from',
  'verified',
] as const;
type Column = (typeof COLUMNS)[number];

export function readPeriods(dir: string, problems: Problems): Period[] {
  return readTable(dir, PERIODS_FILE, COLUMNS, problems).map((row) => {
    const verified = row.flag('verified', 'yes', 'no');
    const article = readArticle(row);
    if (verified && article === null) row.fail('article', '已核对（verified=yes）的期限必须写明法律和条文');
    row.text('on_lapse');
    return {
      id: row.matching('id', /^[a-z][a-z0-9_]*$/, '应为小写英文和下划线'),
      name: row.text('name'),
      span: { number: row.whole('number'), unit: row.oneOf('unit', PERIOD_UNITS) },
      yellow: readYellow(row),
      rollsForward: row.flag('rolls_forward', 'yes', 'no'),
      startsFrom: row.text('starts_from'),
      article,
      inForceFrom: row.date('in_force_from'),
      verified,
    };
  });
}

function readYellow(row: Row<Column>): YellowPoint | null {
  const kind = row.raw('yellow_kind');
  if (kind === '') {
    if (row.raw('yellow_number') !== '' || row.raw('yellow_unit') !== '')
      row.fail('yellow_kind', '留空时数和单位也应留空');
    return null;
  }
  return readYellowPoint(row);
}

/** The warning point of a row that has one. */
export function readYellowPoint(row: Row<'yellow_kind' | 'yellow_number' | 'yellow_unit'>): YellowPoint {
  switch (row.oneOf('yellow_kind', ['share', 'remaining'])) {
    case 'share': {
      row.oneOf('yellow_unit', ['percent']);
      const percent = row.whole('yellow_number');
      if (percent < 1 || percent > 99) row.fail('yellow_number', '百分比应在 1 到 99 之间');
      return { kind: 'share', percent };
    }
    case 'remaining':
      return {
        kind: 'remaining',
        span: { number: row.whole('yellow_number'), unit: row.oneOf('yellow_unit', PERIOD_UNITS) },
      };
  }
}

function readArticle(row: Row<Column>): Article | null {
  const statute = row.raw('statute');
  const article = row.raw('article');
  if (statute === '' && article === '') return null;
  if (statute === '' || article === '') row.fail('article', '法律和条文应同时填写或同时留空');
  return { statute, article };
}
