import { afterEach, describe, expect, it } from 'vitest';
import { openThread, type Thread } from '../../threads/openThread';
import { runApart } from '../../threads/runApart';
import type { SomeJob } from './support/someThread';

const MODULE = new URL('./support/someThread.ts', import.meta.url);
let thread: Thread<SomeJob, string, number> | null = null;
const opened = () => (thread = openThread<SomeJob, string, number>(MODULE));
afterEach(async () => {
  await thread?.close();
  thread = null;
});

describe('a thread that does jobs', () => {
  it('given jobs, when they are sent together, then each has its answer, and what was said on the way was heard in order', async () => {
    const { run } = opened();
    const heard: number[] = [];
    const answers = await Promise.all([run('answer'), run('count', { noted: (n) => heard.push(n) }), run('answer')]);
    expect(answers).toEqual(['done', 'counted', 'done']);
    expect(heard).toEqual([1, 2, 3]);
  });

  it('given a job that throws, then that job fails with its words, and the next is done', async () => {
    const { run } = opened();
    await expect(run('throw')).rejects.toThrow('this job fails');
    expect(await run('answer')).toBe('done');
  });

  it('given a thread that ends without a word, then its job fails instead of waiting for ever, and the next has a new thread', async () => {
    const { run } = opened();
    const [gone, next] = await Promise.allSettled([run('exit'), run('answer')]);
    expect(gone).toMatchObject({ status: 'rejected', reason: { message: 'someThread.ts ended with 0 and no answer' } });
    expect(next).toEqual({ status: 'fulfilled', value: 'done' });
    await expect(runApart<SomeJob, string>(MODULE, 'exit')).rejects.toThrow('no answer');
  });

  it('given a module that isn’t there, then the job fails', async () => {
    await expect(runApart(new URL('./support/noThread.ts', import.meta.url), 'answer')).rejects.toThrow(/noThread/);
  });

  it('given somebody who no longer waits, then the job ends at once with why, and one that came too late never begins', async () => {
    const { run } = opened();
    const stop = new AbortController();
    const mine = run('never', { noted: () => stop.abort(new Error('enough')), signal: stop.signal });
    await expect(mine).rejects.toThrow('enough');
    await expect(run('answer', { signal: stop.signal })).rejects.toThrow('enough');
    expect(await run('answer')).toBe('done');
  });
});
