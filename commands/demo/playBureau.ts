import type { PenaltyItem } from '../../domain/catalogue';
import { addDays } from '../../domain/time/lawDate';
import { decide } from './decide';
import { investigate } from './investigate';
import { penaltyFor } from './penaltyFor';
import { perform } from './perform';
import type { Play } from './play';
import { putRight } from './playSummary';
import type { Stage } from './stage';

const LEADERS = ['leader-1', 'leader-2'];

/** The bureau's own and elevated cases: its officers lead, the town answers its task, sometimes late or poorly. */
export async function playBureau(stage: Stage, item: PenaltyItem, n: number): Promise<void> {
  const lead = `bureau-officer-${1 + (n % 3)}`;
  const second = `bureau-officer-${4 + (n % 3)}`;
  await stage.act(lead, 'accept', { officers: [lead, second] });
  await cooperate(stage, n);
  await stage.act(lead, 'verify', { violation: true, facts: '现场核查，情况属实' });
  if (n % 3 === 1) await askAgain(stage, lead);
  if (!item.verified || n % 5 === 1) return putRight(stage, lead, 'leader-1');
  const penalty = penaltyFor(item, 'citizen', 100_000);
  const demolished = item.otherPenalties.includes('拆除') && n % 4 === 2;
  const play: Play = {
    ...{ lead, second, decider: 'leader-1', party: 'citizen', n },
    penalty: demolished ? { ...penalty, others: ['拆除'] } : penalty,
  };
  if (n % 2 === 0) await seize(stage, play);
  if (!(await investigate(stage, null, play))) return;
  await stage.act('leader-1', 'record_discussion', {
    heldOn: stage.today(),
    participants: LEADERS,
    record: '集体讨论，一致同意',
    conclusion: play.penalty,
  });
  await decide(stage, play);
  await perform(stage, play);
}

async function cooperate(stage: Stage, n: number): Promise<void> {
  const { cooperation, clocks } = await stage.state();
  for (const task of cooperation) {
    const due = clocks[task.id]?.dueAt;
    if (n % 3 === 0 && due !== undefined) await stage.passTo(new Date(Date.parse(due) + 1_000).toISOString());
    await answer(stage, task.id, task.town, '已测量、拍照并维护现场');
  }
}

/** The answer won't do: it goes back, and the town answers again. */
async function askAgain(stage: Stage, lead: string): Promise<void> {
  const { cooperation } = await stage.state();
  for (const { id, town } of cooperation) {
    await stage.act(lead, 'return_cooperation', { taskId: id, reason: '缺少测量数据' });
    await answer(stage, id, town, '测量数据已补充');
  }
}

async function answer(stage: Stage, taskId: string, town: string, text: string): Promise<void> {
  await stage.act(`officer-${town}-1`, 'answer_cooperation', { taskId, answer: text });
}

/** 查封扣押: approved by the leader, eleven days of testing that aren't counted, extended once, given back. */
async function seize(stage: Stage, { lead, second, decider }: Play): Promise<void> {
  await stage.act(decider, 'take_measure', {
    kind: 'seizure',
    officers: [lead, second],
    goods: '施工工具一批',
    place: '现场',
    reason: '用于违法建设的工具',
    emergency: false,
  });
  await stage.act(lead, 'start_testing', { measureId: 'M1', subject: '安全鉴定', toldInWriting: true });
  await stage.passBy(addDays(stage.today(), 10));
  await stage.act(lead, 'end_testing', { measureId: 'M1', result: '合格' });
  await stage.act(decider, 'extend_period', { clockId: 'M1', number: 30, reason: '情况复杂' });
  await stage.act(lead, 'dispose_measure', { measureId: 'M1', disposal: 'returned', note: '停工后退还' });
}
