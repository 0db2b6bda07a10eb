import { GRADES, GRADING_RULE_PROCEDURES, type GradingRule, type Limit } from '../../domain/catalogue';
import type { Problems } from '../problems';
import { readTable } from '../readTable';
import type { Row } from '../row';

export const GRADING_RULES_FILE = 'grading_rules.csv';

const COLUMNS = [
  'rule_id',
  'priority',
  'condition',
  'result_grade',
  'result_procedure',
  'legal_basis',
  'note',
] as const;
type Column = (typeof COLUMNS)[number];

/** `limits` fill the `{limit_id}` places in conditions and notes, so that a figure stands in one file only. */
export function readGradingRules(dir: string, limits: readonly Limit[], problems: Problems): GradingRule[] {
  const values = new Map<string, number>(limits.map((limit) => [limit.id, limit.value]));
  const priorities = new Set<number>();
  return readTable(dir, GRADING_RULES_FILE, COLUMNS, problems)
    .map((row) => {
      const priority = row.whole('priority');
      if (priorities.has(priority)) row.fail('priority', '优先级不能重复，否则说不清哪条先适用');
      priorities.add(priority);
      return {
        id: row.matching('rule_id', /^GR-\d{2}$/, '应形如 GR-01'),
        priority,
        condition: filled(row, 'condition', values),
        grade: row.oneOf('result_grade', GRADES),
        procedure: row.oneOf('result_procedure', GRADING_RULE_PROCEDURES),
        basis: row.text('legal_basis'),
        note: filled(row, 'note', values),
      };
    })
    .sort((a, b) => a.priority - b.priority);
}

function filled(row: Row<Column>, column: Column, values: ReadonlyMap<string, number>): string {
  return row.text(column).replace(/\{(\w+)\}/g, (place, id: string) => {
    const value = values.get(id);
    if (value === undefined) row.fail(column, `限额表里没有 ${id}`);
    return value === undefined ? place : String(value);
  });
}
