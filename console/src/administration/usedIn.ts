import type { FormulaHistory } from '../shared/api/types';

/** The monthly reports that were reckoned by a version, the newest first. */
export function usedIn({ reports }: FormulaHistory, id: string, version: number): string {
  const months = [
    ...new Set(reports.filter(({ formulas }) => formulas.includes(`${id}@${version}`)).map(({ month }) => month)),
  ];
  return months.length === 0 ? '还没有月报用过' : months.join('、');
}
