import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
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

describe('a report that joins a case in the instant that it is archived', () => {
  it('given the case over in the engine, when the relay comes to the report, then its reporter is answered', async () => {
    const caseId = await reportSummary(house);
    const officer = `officer-${STREET.code}-1`;
    await ok(house.act(officer, caseId, 'accept'));
    await ok(house.act(officer, caseId, 'verify', { violation: false, facts: '未发现' }));
    await ok(
      house.act(`office-${STREET.code}`, caseId, 'close_without_penalty', {
        reason: 'not_established',
        explanation: '不成立',
      }),
    );
    await until(async () => {
      const { rows } = await house.db.query<{ stage: string }>('select stage from cases where id = $1', [caseId]);
      return rows[0]?.stage === 'archived';
    });
    const { body } = await house.post<{ clueId: string }>('dispatcher', '/api/v1/clues', {
      channel: 'grid_worker',
      text: `说不清的情况 ${randomUUID()}`,
    });
    // What intake had written while the case was still open.
    await house.db.query(`insert into outbox (case_id, seq, kind, payload) values ($1, 0, 'join_report', $2)`, [
      caseId,
      JSON.stringify({ clueId: body.clueId, channel: 'patrol' }),
    ]);
    await until(async () => {
      const { rows } = await house.db.query('select 1 from clues where id = $1 and answered_at is not null', [
        body.clueId,
      ]);
      return rows.length === 1;
    });
    const { rows } = await house.db.query(
      `select 1 from outbox where case_id = $1 and kind = 'join_report' and done_at is null`,
      [caseId],
    );
    expect(rows).toEqual([]);
  });
});
