import { randomUUID } from 'node:crypto';
import type { Client } from '@temporalio/client';
import type { Town } from '../domain/catalogue';
import { instantOf, lawDateOf } from '../domain/time/lawDate';
import { step } from './bare/workflow';
import { workflowId } from '../workflows/workflowId';
import type { PlayCase } from './load';

/** A case of the service over HTTP: opened by a clue, then five acts of people, to the close. */
export function servicePlayer(
  url: string,
  token: (person: string) => Promise<string>,
  towns: readonly Town[],
): PlayCase {
  let n = 0;
  const tokens = new Map<string, Promise<string>>();
  const run = randomUUID().slice(0, 8);

  async function post(person: string, path: string, body: object): Promise<{ readonly caseId: string }> {
    const known = tokens.get(person) ?? token(person);
    tokens.set(person, known);
    const init = {
      method: 'POST',
      headers: {
        authorization: `Bearer ${await known}`,
        'content-type': 'application/json',
        'idempotency-key': randomUUID(),
      },
      body: JSON.stringify(body),
    };
    for (;;) {
      const response = await fetch(`${url}${path}`, init);
      const answer = (await response.json()) as { caseId: string };
      if (response.status === 200 || response.status === 201) return answer;
      // Past the service's patience a client asks again under the same key; the waiting counts.
      if (response.status !== 202 && response.status !== 503) {
        throw new Error(`${path}: ${response.status} ${JSON.stringify(answer)}`);
      }
    }
  }

  return async () => {
    n += 1;
    const town = towns[n % towns.length];
    if (town === undefined) throw new Error('no towns');
    // Each town's own people report: a channel takes so many of one sender in a minute.
    const { caseId } = await post(`assistant-${town.code}-1`, '/api/v1/clues', {
      channel: 'grid_worker',
      itemCode: 'WL-004',
      text: `文物保护碑被刻划，第 ${run}-${n} 处`,
      place: `${town.name}${n}号`,
    });
    const officer = `officer-${town.code}-1`;
    const acts: readonly (readonly [string, string, object])[] = [
      [officer, 'accept', {}],
      [officer, 'verify', { violation: true, facts: '现场见刻痕' }],
      [officer, 'order_rectification', { requirement: '恢复原状', until: lawDateOf(instantOf(Date.now())) }],
      [officer, 'check_rectification', { rectified: true, facts: '已恢复' }],
      [`office-${town.code}`, 'close_without_penalty', { reason: 'put_right', explanation: '已改正' }],
    ];
    const actsMs: number[] = [];
    for (const [person, act, body] of acts) {
      const began = performance.now();
      await post(person, `/api/v1/cases/${caseId}/acts/${act}`, body);
      actsMs.push(performance.now() - began);
    }
    return { workflowId: workflowId(caseId), actsMs };
  };
}

/** A case of the baseline: started, then five updates straight to the engine. */
export function barePlayer(client: Client, taskQueue: string): PlayCase {
  return async () => {
    const handle = await client.workflow.start('bareCase', { taskQueue, workflowId: `bare/${randomUUID()}` });
    const actsMs: number[] = [];
    for (let act = 0; act < 5; act += 1) {
      const began = performance.now();
      await handle.executeUpdate(step);
      actsMs.push(performance.now() - began);
    }
    return { workflowId: handle.workflowId, actsMs };
  };
}

/** A case of the stored baseline over HTTP: put on file and started, then five steps. */
export function storedPlayer(url: string): PlayCase {
  async function post(path: string): Promise<void> {
    const response = await fetch(`${url}${path}`, { method: 'POST' });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    await response.json();
  }

  return async () => {
    const id = `stored-${randomUUID()}`;
    await post(`/cases/${id}`);
    const actsMs: number[] = [];
    for (let act = 0; act < 5; act += 1) {
      const began = performance.now();
      await post(`/cases/${id}/steps`);
      actsMs.push(performance.now() - began);
    }
    return { workflowId: id, actsMs };
  };
}
