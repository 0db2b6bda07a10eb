import { FIELDS, FINE_BASES, GRADES, PROCEDURES, type FineRange, type PenaltyItem } from '../../domain/catalogue';
import type { Problems } from '../problems';
import { readTable } from '../readTable';
import type { Row } from '../row';

export const PENALTY_ITEMS_FILE = 'penalty_items.csv';

const COLUMNS = [
  'code',
  'domain',
  'name',
  'delegated',
  'procedure_default',
  'grade_default',
  'fine_min_yuan',
  'fine_max_yuan',
  'fine_min_org',
  'fine_max_org',
  'fine_basis',
  'other_penalties',
  'statute',
  'article',
  'level',
  'keywords',
  'negative_keywords',
  'verified',
  'fine_note',
  'statutory_authority',
] as const;
type Column = (typeof COLUMNS)[number];

export function readPenaltyItems(dir: string, problems: Problems): PenaltyItem[] {
  return readTable(dir, PENALTY_ITEMS_FILE, COLUMNS, problems).map(penaltyItem);
}

function penaltyItem(row: Row<Column>): PenaltyItem {
  const verified = row.flag('verified', 'yes', 'no');
  const article = row.raw('article');
  if (verified && article === '') row.fail('article', '已核对（verified=yes）的事项必须写明条文');
  const delegated = row.flag('delegated', 'true', 'false');
  const gradeDefault = row.oneOf('grade_default', GRADES);
  if (!delegated && gradeDefault !== 'bureau') row.fail('grade_default', '未赋权事项只能是 bureau');
  return {
    code: row.matching('code', /^[A-Z]{2}-\d{3}$/, '应形如 CG-001'),
    field: row.oneOf('domain', FIELDS),
    name: row.text('name'),
    delegated,
    procedureDefault: row.oneOf('procedure_default', PROCEDURES),
    gradeDefault,
    fineCitizen: fineRange(row, 'fine_min_yuan', 'fine_max_yuan'),
    fineOrganisation: fineRange(row, 'fine_min_org', 'fine_max_org'),
    fineBasis: row.oneOf('fine_basis', FINE_BASES),
    fineNote: row.raw('fine_note'),
    fineRate: null,
    otherPenalties: row.list('other_penalties', ';'),
    statute: row.text('statute'),
    article,
    level: row.text('level'),
    keywords: row.list('keywords', '|'),
    negativeKeywords: row.list('negative_keywords', '|'),
    verified,
  };
}

function fineRange(row: Row<Column>, minColumn: Column, maxColumn: Column): FineRange {
  const min = row.numberOrNull(minColumn);
  const max = row.numberOrNull(maxColumn);
  if ((min === null) !== (max === null)) row.fail(minColumn, '下限和上限应同时填写或同时留空');
  if (min !== null && max !== null && min > max) row.fail(minColumn, '下限不能高于上限');
  return { min, max };
}
