import { filed, LEAD, TOWN } from './bureauTakes';
import { supervisor as SUPERVISOR } from './cast';

/** Story 3, second run: the town sits on its task. */

export const late = filed.until('2026-10-21 09:00');
export const urged = late.does('2026-10-21 09:10', SUPERVISOR, 'urge', {
  clockId: 'C1',
  requirement: '协查任务已超期，请说明何时完成测量',
  within: null,
});
export const poorly = urged
  .does('2026-10-21 10:00', TOWN, 'answer_cooperation', { taskId: 'C1', answer: '已看过' })
  .does('2026-10-21 10:10', TOWN, 'answer_urging', { urgingId: 'U1', answer: '已看过现场' });
export const returned = poorly.does('2026-10-21 15:00', LEAD, 'return_cooperation', {
  taskId: 'C1',
  reason: '没有测量数据，请重新答复',
});
export const ORDER = {
  clockId: 'C1',
  requirement: '限期提交测量数据，并报告超期原因',
  within: null,
  listed: false,
} as const;
export const ordered = returned.does('2026-10-21 16:00', SUPERVISOR, 'supervise', ORDER);
export const WELL = { taskId: 'C1', answer: '测量数据附后' };
export const REPORT = { urgingId: 'D1', answer: '测量数据已提交；因人手调配延误' };
export const CHECKED = { urgingId: 'D1', good: true, opinion: '已按要求完成' };
export const answeredWell = ordered
  .tries('2026-10-26 09:00', SUPERVISOR, 'check_supervision', CHECKED)
  .does('2026-10-26 10:00', TOWN, 'answer_cooperation', WELL)
  .does('2026-10-26 10:10', TOWN, 'answer_urging', REPORT);
export const checked = answeredWell.does('2026-10-26 15:00', SUPERVISOR, 'check_supervision', CHECKED);
