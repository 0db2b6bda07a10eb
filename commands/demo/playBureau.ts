import type { PenaltyItem } from '../../domain/catalogue';
import { investigateAndReview } from './investigateAndReview';
import { putRight } from './playSummary';
import type { Stage } from './stage';

/** The bureau's own and elevated cases: its officers lead, the town answers its task, sometimes late. */
export async function playBureau(stage: Stage, item: PenaltyItem, n: number): Promise<void> {
  const lead = `bureau-officer-${1 + (n % 4)}`;
  const second = `bureau-officer-${5 + (n % 4)}`;
  await stage.act(lead, 'accept', { officers: [lead, second] });
  const { cooperation, clocks } = await stage.state();
  for (const task of cooperation) {
    const due = clocks[task.id]?.dueAt;
    if (n % 3 === 0 && due !== undefined) await stage.passTo(new Date(Date.parse(due) + 1_000).toISOString());
    await stage.act(`officer-${task.town}-1`, 'answer_cooperation', {
      taskId: task.id,
      answer: '已测量、拍照并维护现场',
    });
  }
  await stage.act(lead, 'verify', { violation: true, facts: '现场核查，情况属实' });
  if (!item.verified || n % 5 === 1) return putRight(stage, lead, 'leader-1');
  await investigateAndReview(stage, null, { lead, second, decider: 'leader-1', item, n });
}
