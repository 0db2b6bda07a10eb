import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../support/until';
import { killHard, openFleet, type Fleet } from './fleet';

let fleet: Fleet;
beforeAll(async () => {
  fleet = await openFleet();
});
afterAll(() => fleet.close());

async function ask(person: string, path: string, body?: object, key: string = randomUUID()) {
  const began = Date.now();
  const response = await fetch(`${fleet.url}${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      authorization: `Bearer ${await fleet.issuer.sign(person, 'graded-case-handling')}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json', 'idempotency-key': key }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const answer = (await response.json()) as { caseId?: string; code?: string; state?: { stage: string } };
  return {
    status: response.status,
    ms: Date.now() - began,
    retryAfter: response.headers.get('retry-after'),
    body: answer,
  };
}

async function open(n: number): Promise<string> {
  const { status, body } = await ask('dispatcher', '/api/v1/clues', {
    channel: 'grid_worker',
    itemCode: 'WL-004',
    text: `文物保护碑被刻划 ${n}`,
    place: `街子古镇字库塔${n}号`,
  });
  expect(status).toBe(201);
  return body.caseId ?? '';
}

const OFFICER = 'officer-510184109-1';

describe('a part that is away', () => {
  it('given Postgres away, when an act is sent, then 202 or 503 with Retry-After comes within 2 s, and the act finishes when it returns', async () => {
    const caseId = await open(1);
    const path = `/api/v1/cases/${caseId}/acts/accept`;
    const key = randomUUID();
    await fleet.kill('postgres');
    const away = await ask(OFFICER, path, {}, key);
    expect([202, 503]).toContain(away.status);
    expect(away.retryAfter).not.toBeNull();
    expect(away.ms).toBeLessThan(2_000);
    await fleet.start('postgres');
    await until(async () => (await ask(OFFICER, path, {}, key)).status === 200);
    const { body } = await ask(OFFICER, `/api/v1/cases/${caseId}`);
    expect(body.state?.stage).toBe('verify');
  });

  it('given Temporal away, when an act is sent, then 503 with Retry-After comes within 2 s, and the act finishes when it returns', async () => {
    const caseId = await open(2);
    const path = `/api/v1/cases/${caseId}/acts/accept`;
    const key = randomUUID();
    await fleet.kill('temporal');
    const away = await ask(OFFICER, path, {}, key);
    expect(away.status).toBe(503);
    expect(away.retryAfter).not.toBeNull();
    expect(away.ms).toBeLessThan(2_000);
    await fleet.start('temporal');
    await until(async () => (await ask(OFFICER, path, {}, key)).status === 200, 60_000);
  });

  it('given Temporal away, when a clue is reported, then it is acknowledged with its case, which starts when Temporal returns', async () => {
    await fleet.kill('temporal');
    const caseId = await open(3);
    await fleet.start('temporal');
    await until(async () => (await ask(OFFICER, `/api/v1/cases/${caseId}/acts/accept`, {})).status === 200, 60_000);
  });

  it('given two workers, when the one that has the case dies, then the next act on it takes less than 3 s', async () => {
    const caseId = await open(4);
    await until(async () => (await ask(OFFICER, `/api/v1/cases/${caseId}/acts/accept`, {})).status === 200);
    const second = await fleet.secondWorker();
    await fleet.kill('worker');
    const key = randomUUID();
    const began = Date.now();
    const body = { violation: true, facts: '现场核实' };
    await until(async () => (await ask(OFFICER, `/api/v1/cases/${caseId}/acts/verify`, body, key)).status === 200);
    const took = Date.now() - began;
    await killHard(second);
    await fleet.start('worker');
    expect(took).toBeLessThan(3_000);
  });
});
