import { describe, expect, it } from 'vitest';
import { lane } from '../../api/lane';
import { giveWay, goFirst } from '../../api/precedence';

/** A work that ends when it is told to. */
function work() {
  let end: () => void = () => undefined;
  let begun = false;
  const ended = new Promise<void>((resolve) => (end = resolve));
  return {
    run: async () => {
      begun = true;
      await ended;
    },
    begun: () => begun,
    end: () => {
      end();
    },
  };
}

describe('a lane', () => {
  it('given two places and four works, when they come at once, then two are under way, and the next begins as one ends', async () => {
    const inTurn = lane(2);
    const works = Array.from({ length: 4 }, work);
    const done = works.map(({ run }) => inTurn(run));
    await Promise.resolve();
    expect(works.map(({ begun }) => begun())).toEqual([true, true, false, false]);
    works[1]?.end();
    await done[1];
    await Promise.resolve();
    expect(works.map(({ begun }) => begun())).toEqual([true, true, true, false]);
    for (const { end } of works) end();
    await Promise.all(done);
    expect(works.map(({ begun }) => begun())).toEqual([true, true, true, true]);
  });

  it('given a work that fails, when it ends, then its place is free', async () => {
    const inTurn = lane(1);
    await expect(inTurn(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await inTurn(() => Promise.resolve(1))).toBe(1);
  });
});

describe('what gives way', () => {
  it('given nobody waits, or no patience is left, when it gives way, then it goes on', async () => {
    await giveWay(60_000);
    const single = work();
    const answered = goFirst(single.run);
    await giveWay(0);
    single.end();
    await answered;
  });

  it('given somebody waits, when it gives way, then it goes on once they are answered', async () => {
    const single = work();
    const answered = goFirst(single.run);
    const order: string[] = [];
    const gone = giveWay(60_000).then(() => order.push('import'));
    const told = answered.then(() => order.push('single'));
    single.end();
    await Promise.all([gone, told]);
    expect(order).toEqual(['single', 'import']);
  });
});
