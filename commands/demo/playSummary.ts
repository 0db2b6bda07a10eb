import type { PenaltyItem } from '../../domain/catalogue';
import { penaltyFor } from './penaltyFor';
import type { Stage } from './stage';

/** The town's own cases, in the ways that such cases go. Which way is the number's, so every run plays the same. */
export async function playSummary(stage: Stage, item: PenaltyItem, town: string, n: number): Promise<void> {
  const lead = `officer-${town}-${1 + (n % 4)}`;
  const second = `officer-${town}-${1 + ((n + 1) % 4)}`;
  const office = `office-${town}`;
  if (n % 6 === 1) await late(stage);
  if (n % 12 === 2) {
    await stage.act(office, 'return_dispatch', { reason: '不在本辖区，请核对地点' });
    await stage.act('dispatcher', 'insist_dispatch', { reason: '经核对在辖区内' });
  }
  await stage.act(lead, 'accept', { officers: [lead, second] });
  if (n % 10 === 3) {
    await stage.act(lead, 'verify', { violation: false, facts: '到场未发现所反映的情况' });
    await stage.act(office, 'close_without_penalty', {
      reason: 'not_established',
      explanation: '现场核查，违法事实不成立',
    });
    return;
  }
  await stage.act(lead, 'verify', { violation: true, facts: '现场核查，情况属实，已拍照固定' });
  // Where the articles are not on file yet no penalty can rest on them; where it is put right none is needed.
  if (!item.verified || n % 3 === 0) {
    await putRight(stage, lead, office);
    return;
  }
  await decideOnSpot(stage, item, { lead, second, office, n });
}

async function decideOnSpot(
  stage: Stage,
  item: PenaltyItem,
  { lead, second, office, n }: { lead: string; second: string; office: string; n: number },
): Promise<void> {
  const penalty = penaltyFor(item, 'citizen', n % 2 === 0 ? 100 : 200);
  const collected = penalty.fine > 0 && penalty.fine <= 100;
  await stage.act(lead, 'decide_on_spot', {
    officers: [lead, second],
    party: { kind: 'citizen', name: `当事人${n}` },
    place: '现场',
    facts: '现场核查属实，当事人无异议',
    certificatesShown: true,
    statementHeard: true,
    penalty,
    collection: collected ? 'small_fine' : null,
  });
  await stage.act(lead, 'report_for_record', { reportedOn: stage.today() });
  if (collected) {
    await stage.act(lead, 'hand_in_fine', { handedInOn: stage.today(), receipt: `H-${n}` });
    await stage.act(office, 'bank_fine', { bankedOn: stage.today(), receipt: `B-${n}` });
  } else if (penalty.fine > 0) {
    await stage.act(office, 'record_payment', { amount: penalty.fine, paidOn: stage.today(), receipt: `S-${n}` });
  }
  await stage.act(office, 'close_case', { summary: '处罚已执行' });
}

/** The work order lies until its light is red, as people do. */
export async function late(stage: Stage): Promise<void> {
  const { clocks } = await stage.state();
  const due = clocks['accept']?.dueAt;
  if (due !== undefined) await stage.passTo(new Date(Date.parse(due) + 600_000).toISOString());
}

export async function putRight(stage: Stage, lead: string, decider: string): Promise<void> {
  await stage.act(lead, 'order_rectification', { requirement: '立即清理并恢复原状', until: stage.today() });
  await stage.act(lead, 'check_rectification', { rectified: true, facts: '复查已改正' });
  await stage.act(decider, 'close_without_penalty', { reason: 'put_right', explanation: '当事人已及时改正' });
}
