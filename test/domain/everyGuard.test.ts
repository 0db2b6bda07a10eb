import { describe, expect, it } from 'vitest';
import type { ActName } from '../../domain/case';
import { availableActs } from '../../domain/decide';
import { ACT_LABELS } from '../../domain/labels';
import { ALL_PROCEDURES } from '../../domain/procedures/procedures';
import { refusalOf } from './support/aCase';
import { allEntries, everComesTo } from './support/breakGuard';
import { breakerOf } from './support/breakers';
import { breakNamed } from './support/mutant';
import { ready, type Ready } from './support/ready';

/** Every guard of every act of every table: with one thing wrong it refuses, and without it the act is allowed. */

const entries = allEntries();
breakNamed();
const tryIt = (act: ActName, { state, by, input, at }: Ready) => refusalOf(state, act, by, input, at);

const offered = (act: ActName, { state, by, at }: Ready) => availableActs(state, by, at).some((one) => one.act === act);

describe.each(ALL_PROCEDURES)('under the $id procedure', ({ id, acts }) => {
  it.each((Object.keys(acts) as ActName[]).filter((act) => everComesTo(id, act)))(
    'given everything in order, when %s is done, then it is allowed',
    (act) => {
      expect(tryIt(act, ready(id, act))).toBeNull();
    },
  );

  const sentences = entries
    .filter(({ procedure }) => procedure === id)
    .map(({ act, guard }) => {
      const { given, code } = breakerOf(act, guard);
      return [given, ACT_LABELS[act], code, act, guard] as const;
    });
  it.each(sentences)(
    'given %s, when “%s” is tried, then it is refused: %s; without that it is allowed',
    (_given, _label, code, act, guard) => {
      const inOrder = ready(id, act);
      expect(tryIt(act, inOrder)).toBeNull();
      expect(tryIt(act, { ...inOrder, ...breakerOf(act, guard).wrong(inOrder) })).toBe(code);
    },
  );

  const offers = entries
    .filter((entry) => entry.procedure === id && entry.offers)
    .map(({ act, guard }) => [breakerOf(act, guard).given, ACT_LABELS[act], act, guard] as const);
  it.each(offers)('given %s, then “%s” isn’t offered; without that it is', (_given, _label, act, guard) => {
    const inOrder = ready(id, act);
    expect(offered(act, inOrder)).toBe(true);
    expect(offered(act, { ...inOrder, ...breakerOf(act, guard).wrong(inOrder) })).toBe(false);
  });
});
