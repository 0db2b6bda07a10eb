import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createPool } from '../../db/pool';
import { readCase } from '../../db/readCase';
import { recordEvents } from '../../db/recordEvents';
import type { CaseCommand } from '../../domain/case';
import { decide } from '../../domain/decide';
import { number } from '../../domain/record';
import { instantOf, lawDateOf } from '../../domain/time/lawDate';
import { stateQuery } from '../../workflows/messages';
import { workflowId } from '../../workflows/workflowId';
import { checkAllCases } from '../support/checkCase';
import { openHouse, type House } from '../support/house';
import { ok, reportSummary, STREET } from '../support/road';
import { until } from '../support/until';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterEach(() => checkAllCases(house));
afterAll(() => house.close());

const OFFICER = `officer-${STREET.code}-1`;

/** What a crash leaves between the writing and the engine's record of it: an act on file that its workflow never saw. */
async function writeUnseen(
  caseId: string,
  id: string,
  act: Pick<CaseCommand, 'act' | 'input'> = { act: 'accept', input: { officers: [] } },
  db = house.db,
): Promise<void> {
  const row = await readCase(house.db, caseId);
  if (row === null) throw new Error('not on file');
  const command = {
    ...act,
    id,
    fingerprint: 'f',
    actor: { id: OFFICER, role: 'town_officer', org: STREET.code, certificateUntil: '2029-12-31', qualified: false },
    at: new Date().toISOString(),
    ifSeq: null,
  } as CaseCommand;
  const decision = decide(row.state, command);
  if (!decision.ok) throw new Error(decision.refusal.detail);
  await recordEvents(db, number(row.state, command, decision.events).recorded);
}

function today(): string {
  return lawDateOf(instantOf(Date.now()));
}

async function liveSeq(caseId: string): Promise<number> {
  return (await house.engine.workflow.getHandle(workflowId(caseId)).query(stateQuery)).seq;
}

async function started(caseId: string): Promise<void> {
  await until(async () => (await readCase(house.db, caseId))?.started === true);
  await until(async () => (await liveSeq(caseId)) > 0);
}

describe('an act on file that the workflow never saw', () => {
  it('given one, when the next act comes, then the workflow takes the first over and does the second', async () => {
    const caseId = await reportSummary(house);
    await started(caseId);
    await writeUnseen(caseId, 'lost-1');
    expect(await liveSeq(caseId)).toBe(2);
    await ok(house.act(OFFICER, caseId, 'verify', { violation: true, facts: '属实' }));
    expect((await readCase(house.db, caseId))?.state.stage).toBe('file');
  });

  it('given one by another process, when the next act comes, then what this process remembers of the file yields', async () => {
    const caseId = await reportSummary(house);
    await ok(house.act(OFFICER, caseId, 'accept'));
    const elsewhere = createPool(house.databaseUrl, { max: 1 });
    await writeUnseen(caseId, 'lost-5', { act: 'verify', input: { violation: true, facts: '属实' } }, elsewhere);
    await elsewhere.end();
    await ok(house.act(OFFICER, caseId, 'order_rectification', { requirement: '恢复原状', until: today() }));
    const { rows } = await house.db.query(`select 1 from events where case_id = $1 and type = 'verified'`, [caseId]);
    expect(rows).toHaveLength(1);
  });

  it('given one, when the same act comes again under its key, then it is answered and not done twice', async () => {
    const caseId = await reportSummary(house);
    await started(caseId);
    await writeUnseen(caseId, 'lost-2');
    const receipt = await house.engine.workflow
      .getHandle(workflowId(caseId))
      .executeUpdate<{ seq: number }, [object]>('act', {
        args: [
          {
            act: 'accept',
            input: { officers: [] },
            id: 'lost-2',
            fingerprint: 'f',
            actor: {
              id: OFFICER,
              role: 'town_officer',
              org: STREET.code,
              certificateUntil: '2029-12-31',
              qualified: false,
            },
            ifSeq: null,
          },
        ],
      });
    expect(receipt.seq).toBe(4);
    const { rows } = await house.db.query(`select 1 from events where case_id = $1 and type = 'accepted'`, [caseId]);
    expect(rows).toHaveLength(1);
  });

  it('given one whose deadline passes unnoticed, when the sweeper comes round, then the case catches up by itself', async () => {
    const caseId = await reportSummary(house);
    await started(caseId);
    await writeUnseen(caseId, 'lost-3');
    // As if its next deadline had passed half a minute ago; nothing else will touch the case.
    await house.db.query(`update cases set wake_at = now() - interval '30 seconds' where id = $1`, [caseId]);
    await until(async () => (await liveSeq(caseId)) === 4);
  });

  it('given more cases than a round looks at whose workflows are gone for good, when another sleeps behind them, then it is woken all the same', async () => {
    const gone = await Promise.all(Array.from({ length: 9 }, () => reportSummary(house)));
    const caseId = await reportSummary(house);
    await Promise.all([...gone, caseId].map(started));
    for (const id of gone)
      await house.engine.workflow.getHandle(workflowId(id)).terminate('a fault that nobody mended');
    await writeUnseen(caseId, 'lost-4');
    await house.db.query(`update cases set wake_at = now() - interval '60 seconds' where id = any($1)`, [gone]);
    await house.db.query(`update cases set wake_at = now() - interval '30 seconds' where id = $1`, [caseId]);
    await until(async () => (await liveSeq(caseId)) === 4);
    await until(async () => gone.every((id) => house.logged().includes(id)));
    // They are out of the way of the tests that follow.
    await house.db.query(`update cases set wake_at = null where id = any($1)`, [gone]);
  });
});
