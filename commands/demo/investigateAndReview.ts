import { createHash } from 'node:crypto';
import type { Client } from '@temporalio/client';
import type { PenaltyItem } from '../../domain/catalogue';
import { reviewSignal } from '../../workflows/messages';
import { workflowId } from '../../workflows/workflowId';
import { fineFor, type Stage } from './stage';

interface Play {
  readonly lead: string;
  readonly second: string;
  readonly decider: string;
  readonly item: PenaltyItem;
  readonly n: number;
}

/** From the filing to the close, by whoever has the case: passed by update or by signal, returned once, disagreed. */
export async function investigateAndReview(
  stage: Stage,
  engine: Client | null,
  { lead, second, decider, item, n }: Play,
): Promise<void> {
  const fine = fineFor(item, 'organisation', Infinity);
  const proposal = { warning: fine === null, fine: fine ?? 0 };
  await stage.act(decider, 'file_case', {
    officers: [lead, second],
    party: { kind: 'organisation', name: `某某经营部${n}` },
    reason: '有违法事实，属于本机关管辖',
  });
  await stage.act(lead, 'collect_evidence', evidence(stage.caseId, 1, '现场勘验笔录和照片'));
  await stage.act(lead, 'end_investigation', { officers: [lead, second], report: '事实清楚，证据确凿', proposal });
  if (n % 5 === 2) {
    await stage.act('reviewer-2', 'return_review', { requirement: '补充当事人主体资格证据' });
    await stage.act(lead, 'collect_evidence', evidence(stage.caseId, 2, '营业执照复印件'));
    await stage.act(lead, 'end_investigation', { officers: [lead, second], report: '已补充', proposal });
  }
  if (n % 11 === 6) {
    await stage.act('reviewer-2', 'disagree_review', { reasons: '违法行为轻微，建议不予处罚' });
    await stage.act(decider, 'close_without_penalty', { reason: 'no_fault', explanation: '采纳法制审核意见' });
    return;
  }
  if (engine !== null && n % 5 === 4) await passBySignal(stage, engine);
  else await stage.act('reviewer-1', 'pass_review', { opinion: '事实清楚，程序合法，同意' });
  await dispose(stage, { lead, decider, penalty: proposal, n });
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

async function dispose(
  stage: Stage,
  {
    lead,
    decider,
    penalty,
    n,
  }: { lead: string; decider: string; penalty: { warning: boolean; fine: number }; n: number },
): Promise<void> {
  await stage.act(lead, 'give_notice', { facts: '告知拟作出的处罚内容及事实、理由、依据', penalty });
  if (n % 2 === 0) await stage.act(lead, 'record_statement', { raised: n % 4 === 2, summary: '当事人陈述申辩已复核' });
  else {
    const { notice } = await stage.state();
    if (notice !== null) await stage.passTo(new Date(Date.parse(notice.statementUntil) + 1_000).toISOString());
  }
  const decided = await stage.act(decider, 'decide_penalty', { penalty, reasons: '事实清楚，裁量适当' });
  await stage.act(lead, 'serve_decision', { method: 'direct', servedOn: stage.today(), note: '当事人签收' });
  if (penalty.fine > 0) {
    await stage.act(decider, 'record_payment', {
      amount: penalty.fine,
      paidOn: stage.today(),
      receipt: `O-${decided.seq}`,
    });
  }
  await stage.act(decider, 'close_case', { summary: '处罚决定已执行' });
}

function evidence(caseId: string, n: number, description: string) {
  return {
    sha256: createHash('sha256').update(`${caseId}/${n}`).digest('hex'),
    kind: 'scene_record',
    storeKey: `demo/${caseId}/${n}`,
    description,
    takenAt: '2026-11-01T09:00:00+08:00',
    place: '现场',
  };
}
