import { CASE_OUTCOME_LABELS, GRADE_ROWS, type Tally } from './tally';
import { MEASURE_KINDS, type CaseEventType } from '../../domain/case';
import type { Town } from '../../domain/catalogue';
import { MEASURE_LABELS } from '../../domain/labels';

/** The table that the demo ends with. */
export function table(tally: Tally, towns: readonly Pick<Town, 'code' | 'name'>[]): string {
  const lines: string[] = ['', '分级 × 结果'];
  for (const [grade, label] of GRADE_ROWS) {
    const cells = CASE_OUTCOME_LABELS.map(([outcome, name]) => `${name} ${tally.byGrade[grade]?.[outcome] ?? 0}`);
    lines.push(`  ${label}\t${cells.join('\t')}`);
  }
  const closed = Object.values(tally.byTown).reduce((sum, count) => sum + count, 0);
  const times = (type: CaseEventType) => tally.events[type] ?? 0;
  const ends = CASE_OUTCOME_LABELS.map(([outcome, name]) => {
    const count = GRADE_ROWS.reduce((sum, [grade]) => sum + (tally.byGrade[grade]?.[outcome] ?? 0), 0);
    return `${name} ${count}`;
  });
  const measures = MEASURE_KINDS.map((kind) => `${MEASURE_LABELS[kind]} ${tally.measures[kind] ?? 0} 次`);
  const share = closed === 0 ? 0 : (tally.closedByTowns / closed) * 100;
  lines.push(
    '',
    `亮灯：黄灯 ${tally.lights.yellow} 次，红灯 ${tally.lights.red} 次`,
    `因红灯提级：${tally.escalations} 件`,
    `结案方式：${ends.join('，')}`,
    `当场收缴：${tally.collectedOnSpot} 件`,
    `听证：举行 ${times('hearing_recorded')} 次，书面放弃 ${times('hearing_waived')} 次；集体讨论 ${times('discussed')} 次`,
    `措施：${measures.join('，')}，延长 ${times('period_extended')} 次；协办答复退回 ${times('cooperation_returned')} 次`,
    `履行：分期 ${times('deferral_granted')} 件，复议 ${times('appeal_recorded')} 件，催告 ${times('demand_notice_given')} 件，申请法院强制执行 ${times('court_applied')} 件`,
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
