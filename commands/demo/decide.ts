import { lastDayBefore, lawDateOf } from '../../domain/time/lawDate';
import type { Play } from './play';
import type { Stage } from './stage';

/** Of the bureau, and in no investigation of the play: who chairs hearings. */
const CHAIR = 'bureau-officer-8';

/** Notice, defence, hearing where one is due, and the decision. */
export async function decide(stage: Stage, { lead, decider, penalty, n }: Play): Promise<void> {
  const servedOn = stage.today();
  const notice = { facts: '告知拟作出的处罚内容及事实、理由、依据', penalty, servedOn, method: 'direct' };
  await stage.act(lead, 'give_notice', notice);
  const { notices } = await stage.state();
  const hearingUntil = notices.at(-1)?.hearingUntil ?? null;
  const statementUntil = notices.at(-1)?.statementUntil ?? null;
  if (hearingUntil !== null && n % 3 === 0) await hear(stage, lead, decider);
  else if (hearingUntil !== null && n % 3 === 1) await stage.act(lead, 'waive_hearing', { note: '当事人书面放弃听证' });
  else if (hearingUntil !== null) await stage.passBy(lastDayBefore(hearingUntil));
  if (n % 4 === 2) {
    await stage.act(lead, 'record_statement', { raised: true, summary: '请求从轻', waived: true });
    await stage.act(lead, 'weigh_statement', { adopted: 'none', reasons: '已在裁量中考虑' });
  } else if (n % 2 === 0 || statementUntil === null) {
    await stage.act(lead, 'record_statement', { raised: false, summary: '书面放弃陈述申辩', waived: true });
  } else await stage.passBy(lastDayBefore(statementUntil));
  await stage.act(decider, 'decide_penalty', { penalty, reasons: '事实清楚，裁量适当' });
}

/** Asked for on the day of the notice, held on the day that the notice of it names. */
async function hear(stage: Stage, lead: string, decider: string): Promise<void> {
  const today = stage.today();
  await stage.act(lead, 'request_hearing', { requestedOn: today, reason: '当事人要求听证' });
  const heldOn = lawDateOf(new Date(Date.parse(stage.now()) + 21 * 86_400_000).toISOString());
  const heldAt = `${heldOn}T10:00:00+08:00`;
  const notice = { servedOn: today, method: 'direct', heldAt, place: '镇街会议室', chair: CHAIR };
  await stage.act(decider, 'give_hearing_notice', notice);
  await stage.passTo(new Date(Date.parse(heldAt)).toISOString());
  await stage.act(CHAIR, 'record_hearing', {
    heldOn,
    attended: true,
    record: '双方质证',
    opinion: '事实清楚，建议维持',
  });
}
