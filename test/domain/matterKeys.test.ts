import { describe, expect, it } from 'vitest';
import { keysOf, keysToFind } from '../../domain/triage/matterKeys';

const clue = {
  place: null,
  position: null,
  text: '银杏广场旁边有人摆摊卖水果，把路都堵了，行人过不去',
  at: '2026-09-24T08:00:00.000Z',
};
const other = '公园里有商贩推车卖烤红薯，烟很大，熏得人睁不开眼睛';
const met = (filed: Partial<Parameters<typeof keysOf>[0]>, sought: Partial<typeof clue> | object, metres = 150) => {
  const keys = new Set(keysOf({ ...clue, ...filed }));
  return keysToFind({ ...clue, ...sought }, 7, metres).some((key) => keys.has(key));
};
const here = { lng: 103.5562, lat: 30.8038 };
const near = { lng: 103.5562, lat: 30.8049 };

describe('the keys that reports of one matter have in common', () => {
  it.each([
    ['much the same words', { text: `市民来电：${clue.text}` }, {}, true],
    ['other words', { text: other }, {}, false],
    ['one spot', { place: '街子镇银杏广场', text: other }, { place: '银杏广场' }, true],
    ['one road only', { place: '滨河路', text: other }, { place: '滨河路' }, false],
    ['122 metres between them', { position: near, text: other }, { position: here }, true],
    ['ten kilometres', { position: { lng: 103.66, lat: 30.8 }, text: other }, { position: here }, false],
    ['six days', { at: '2026-09-18T08:01:00.000Z' }, {}, true],
    ['a month', { at: '2026-08-24T08:00:00.000Z' }, {}, false],
  ])('given %s, when sought, then they meet or not', (_, filed, sought, expected) => {
    expect(met(filed, sought)).toBe(expected);
  });

  it('given a text too short for pairs and nothing else, when keys are reckoned, then there are none', () => {
    expect(keysOf({ ...clue, text: '堵' })).toEqual([]);
  });
});
