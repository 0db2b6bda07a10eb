import { addDays } from '../../domain/time/lawDate';
import type { Play } from './play';
import type { Stage } from './stage';

const SERVICES = [
  { method: 'direct', note: '当事人签收', proof: '' },
  { method: 'left', note: '当事人拒收，留置于住所', proof: '见证人网格员，全程录像' },
  { method: 'electronic', note: '发送至当事人确认的地址', proof: '电子送达确认书 Q-1' },
] as const;

/** From the service to the close: paid in time, late with the late fine, in instalments, after a review, or by the court. */
export async function perform(stage: Stage, play: Play): Promise<void> {
  const { lead, decider, penalty, n } = play;
  await stage.act(lead, 'serve_decision', { ...SERVICES[n % SERVICES.length], servedOn: stage.today() });
  if (penalty.others.length > 0) await byTheCourt(stage, play);
  else if (penalty.fine > 0) await paid(stage, play);
  await stage.act(decider, 'publish_decision', { publishedOn: stage.today(), where: '市政府门户网站' });
  await stage.act(decider, 'close_case', { summary: '处罚决定已执行' });
}

async function paid(stage: Stage, { decider, lead, penalty, n }: Play): Promise<void> {
  const pay = async (amount: number, part = 1): Promise<void> => {
    await stage.act(decider, 'record_payment', { amount, paidOn: stage.today(), receipt: `O-${n}-${part}` });
  };
  switch (n % 7) {
    case 1: {
      const { service } = await stage.state();
      if (service !== null) await stage.passBy(addDays(service.payBy, 4));
      return pay(await stage.owed());
    }
    case 3: {
      const [first, until] = [addDays(stage.today(), 20), addDays(stage.today(), 40)];
      const half = Math.floor(penalty.fine / 2);
      const instalments = [
        { dueOn: first, amount: half },
        { dueOn: until, amount: penalty.fine - half },
      ];
      if (half === 0) return pay(penalty.fine);
      await stage.act(decider, 'grant_deferral', { until, instalments, reason: '经济困难，申请分期' });
      await pay(half);
      await stage.passBy(first);
      return pay(penalty.fine - half, 2);
    }
    case 5: {
      await stage.act(lead, 'record_appeal', { kind: 'reconsideration', filedOn: stage.today(), body: '市人民政府' });
      await stage.passBy(addDays(stage.today(), 30));
      await stage.act(lead, 'end_appeal', { endedOn: stage.today(), result: 'upheld', note: '维持' });
      return pay(await stage.owed());
    }
    default:
      return pay(penalty.fine);
  }
}

/** Neither paid nor done: demanded, and after the remedies the court is asked (行政强制法 53, 54). */
async function byTheCourt(stage: Stage, { lead, decider }: Play): Promise<void> {
  const { service } = await stage.state();
  if (service === null) throw new Error(`${stage.caseId} is not served`);
  await stage.passBy(service.payBy);
  await stage.act(lead, 'give_demand_notice', { servedOn: stage.today(), method: 'direct' });
  // Six months to sue from the service; two weeks more, should the last day move.
  await stage.passBy(addDays(service.servedOn, 200));
  await stage.act(decider, 'apply_to_court', { appliedOn: stage.today(), court: '崇州市人民法院' });
  await stage.passBy(addDays(stage.today(), 40));
  await stage.act(lead, 'record_court_result', { on: stage.today(), result: 'enforced', note: '已强制执行' });
}
