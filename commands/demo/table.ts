import { CASE_OUTCOME_LABELS, GRADE_ROWS, type Tally } from './tally';
import type { Town } from '../../domain/catalogue';

/** The table that the demo ends with. */
export function table(tally: Tally, towns: readonly Pick<Town, 'code' | 'name'>[]): string {
  const lines: string[] = ['', '分级 × 结果'];
  for (const [grade, label] of GRADE_ROWS) {
    const cells = CASE_OUTCOME_LABELS.map(([outcome, name]) => `${name} ${tally.byGrade[grade]?.[outcome] ?? 0}`);
    lines.push(`  ${label}\t${cells.join('\t')}`);
  }
  const closed = Object.values(tally.byTown).reduce((sum, count) => sum + count, 0);
  const share = closed === 0 ? 0 : (tally.closedByTowns / closed) * 100;
  lines.push(
    '',
    `亮灯：黄灯 ${tally.lights.yellow} 次，红灯 ${tally.lights.red} 次`,
    `因红灯提级：${tally.escalations} 件`,
    `镇街办结率：${share.toFixed(1)} %（${tally.closedByTowns}/${closed}）`,
    '',
    '各镇街办件',
    ...towns.map(({ code, name }) => {
      const count = tally.byTown[code] ?? 0;
      return `  ${name.padEnd(5, '　')} ${String(count).padStart(3)} ${'█'.repeat(count)}`;
    }),
    towns.every(({ code }) => (tally.byTown[code] ?? 0) > 0) ? '15 个镇街均有办件：零突破' : '尚有镇街没有办件',
  );
  return lines.join('\n');
}
