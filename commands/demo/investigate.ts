import { createHash } from 'node:crypto';
import type { Client } from '@temporalio/client';
import { reviewSignal } from '../../workflows/messages';
import { workflowId } from '../../workflows/workflowId';
import type { Play } from './play';
import type { Stage } from './stage';

/** From the filing to the passed review, by whoever has the case; false where it ended on the way. */
export async function investigate(stage: Stage, engine: Client | null, play: Play): Promise<boolean> {
  const { lead, second, decider, party, penalty, n } = play;
  const officers = [lead, second];
  await stage.act(decider, 'file_case', {
    officers,
    party: {
      kind: party,
      name: party === 'citizen' ? `某某（经营者）${n}` : `某某经营部${n}`,
      address: `崇州市某路${n}号`,
    },
    reason: '有违法事实，属于本机关管辖',
    committedOn: n % 2 === 0 ? null : stage.today(),
    harm: n % 8 === 7,
  });
  const [from, until] = [stage.now(), stage.now()];
  const inquiry = { officers, subject: 'party', certificatesShown: true, place: '承办单位', from, until };
  await stage.act(lead, 'record_inquiry', { ...inquiry, record: '当事人承认事实' });
  await stage.act(lead, 'collect_evidence', evidence(stage.caseId, 1, '现场勘验笔录和照片'));
  if (n % 3 === 1) await preserve(stage, play);
  const ending = { officers, report: '事实清楚，证据确凿', proposal: penalty };
  await stage.act(lead, 'end_investigation', ending);
  if (n % 5 === 2) {
    await stage.act('reviewer-2', 'return_review', { requirement: '补充当事人主体资格证据' });
    await stage.act(lead, 'collect_evidence', evidence(stage.caseId, 2, '营业执照复印件'));
    await stage.act(lead, 'end_investigation', { ...ending, report: '已补充' });
  }
  if (n % 11 === 6) {
    await stage.act('reviewer-2', 'disagree_review', { reasons: '违法行为轻微，建议不予处罚' });
    await stage.act(decider, 'close_without_penalty', { reason: 'no_fault', explanation: '采纳法制审核意见' });
    return false;
  }
  if (engine !== null && n % 5 === 4) await passBySignal(stage, engine);
  else await stage.act('reviewer-1', 'pass_review', { opinion: '事实清楚，程序合法，同意' });
  return true;
}

/** 先行登记保存: taken at once by the officers, approved within the day, given back after the check. */
async function preserve(stage: Stage, { lead, second, decider }: Play): Promise<void> {
  await stage.act(lead, 'take_measure', {
    kind: 'registered_preservation',
    officers: [lead, second],
    goods: '经营工具一批',
    place: '现场',
    reason: '证据可能灭失',
    emergency: true,
  });
  const { measures } = await stage.state();
  const measureId = measures.at(-1)?.id;
  await stage.act(decider, 'approve_measure', { measureId, approved: true, reason: '情况属实，同意' });
  await stage.act(lead, 'dispose_measure', { measureId, disposal: 'copied_and_returned', note: '拍照后退还' });
}

async function passBySignal(stage: Stage, engine: Client): Promise<void> {
  const signal = { reviewer: 'reviewer-3', verdict: 'pass', opinion: '同意（信号）', id: stage.caseId } as const;
  for (let wait = 0; (await stage.state()).stage === 'review'; wait += 1) {
    if (wait > 600) throw new Error(`${stage.caseId}: the signal was not taken`);
    // A signal is sent again until it shows: under its id it acts once.
    if (wait % 50 === 0)
      await engine.workflow
        .getHandle(workflowId(stage.caseId))
        .signal(reviewSignal, signal)
        .catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

export function evidence(caseId: string, n: number, description: string) {
  return {
    sha256: createHash('sha256').update(`${caseId}/${n}`).digest('hex'),
    kind: 'scene_record',
    storeKey: `demo/${caseId}/${n}`,
    description,
    takenAt: '2026-11-01T09:00:00+08:00',
    place: '现场',
  };
}
