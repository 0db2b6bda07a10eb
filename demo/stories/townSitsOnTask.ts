import { filed, LEAD, TOWN } from './bureauTakes';

/** Story 3, second run: the town sits on its task. */

export const late = filed.until('2026-10-21 09:00');
export const poorly = late.does('2026-10-21 10:00', TOWN, 'answer_cooperation', { taskId: 'C1', answer: '已看过' });
export const returned = poorly.does('2026-10-21 15:00', LEAD, 'return_cooperation', {
  taskId: 'C1',
  reason: '没有测量数据，请重新答复',
});
export const WELL = { taskId: 'C1', answer: '测量数据附后' };
export const answeredWell = returned.does('2026-10-26 10:00', TOWN, 'answer_cooperation', WELL);
