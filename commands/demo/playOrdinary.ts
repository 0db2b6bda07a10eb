import type { Client } from '@temporalio/client';
import type { PenaltyItem } from '../../domain/catalogue';
import { decide } from './decide';
import { investigate } from './investigate';
import { penaltyFor } from './penaltyFor';
import { perform } from './perform';
import type { Play } from './play';
import { playBureau } from './playBureau';
import { late, putRight } from './playSummary';
import type { Stage } from './stage';

/** Below what the leaders of a town would have to discuss (discussion_fine_citizen, discussion_fine_organisation). */
const MOST = { citizen: 20_000, organisation: 90_000 } as const;

/** A town investigates, the bureau reviews: approved, returned, disagreed, put right, transferred, late, taken over by a light. */
export async function playOrdinary(
  stage: Stage,
  engine: Client,
  item: PenaltyItem,
  town: string,
  n: number,
): Promise<void> {
  const lead = `officer-${town}-${1 + (n % 4)}`;
  const second = `officer-${town}-${1 + ((n + 1) % 4)}`;
  const office = `office-${town}`;
  if (n % 7 === 1) await late(stage);
  if (n % 16 === 5) return sleepUntilTaken(stage, lead, item, n);
  if (n % 16 === 9) {
    await stage.act(office, 'return_dispatch', { reason: '所反映地点不在本辖区' });
    await stage.act('dispatcher', 'insist_dispatch', { reason: '经核对在辖区内' });
  }
  await stage.act(lead, 'accept', { officers: [lead, second] });
  await stage.act(lead, 'verify', { violation: true, facts: '现场核查，情况属实' });
  if (n % 16 === 3) return transfer(stage, lead, office);
  if (n % 16 === 11) {
    await stage.act(office, 'terminate_case', { ground: 'death', explanation: '当事人死亡' });
    return;
  }
  if (!item.verified || n % 4 === 0) return putRight(stage, lead, office);
  const party = n % 2 === 0 ? 'citizen' : 'organisation';
  const play: Play = { lead, second, decider: office, party, penalty: penaltyFor(item, party, MOST[party]), n };
  if (!(await investigate(stage, engine, play))) return;
  await decide(stage, play);
  await perform(stage, play);
}

/** A crime is suspected: the file goes to the police, and is closed once it has arrived (行政处罚法 27). */
async function transfer(stage: Stage, lead: string, office: string): Promise<void> {
  await stage.act(lead, 'report_crime', { facts: '涉嫌犯罪，达到追诉标准' });
  await stage.act(office, 'transfer_case', { to: 'police', body: '崇州市公安局', reason: '涉嫌犯罪' });
  await stage.act(lead, 'send_transfer', { sentOn: stage.today(), receipt: '移送回执' });
  await stage.act(office, 'close_case', { summary: '已移送公安机关' });
}

/** Nobody accepts: the light turns yellow, red, and for long enough red takes the case to the bureau. */
async function sleepUntilTaken(stage: Stage, lead: string, item: PenaltyItem, n: number): Promise<void> {
  const escalateAt = await stage.escalatesAt('accept');
  await stage.passTo(new Date(Date.parse(escalateAt) + 1_000).toISOString());
  for (let wait = 0; (await stage.state()).grade !== 'bureau'; wait += 1) {
    if (wait > 600) throw new Error(`${stage.caseId} was not elevated`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const { status, code } = await stage.attempt(lead, 'accept');
  if (status !== 403)
    throw new Error(`the town accepted ${stage.caseId} after the bureau took it: ${status} ${code ?? ''}`);
  await playBureau(stage, item, n);
}
