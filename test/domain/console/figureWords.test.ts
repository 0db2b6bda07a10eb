import { describe, expect, it } from 'vitest';
import { weightsFile } from '../../../console/src/administration/weightsFile';
import { differenceWords, estimateWords, placeWords, valueWords } from '../../../console/src/whatIf/figureWords';

const between = (low: number, mean: number, high: number) => ({ low, mean, high });

describe('the figures of a what-if in words', () => {
  it('given a figure, then it is written in its unit; what nobody knows is said so', () => {
    expect(valueWords('share', 0.8125)).toBe('81.3%');
    expect(valueWords('count', 12.4)).toBe('12');
    expect(valueWords('number', -0.04)).toBe('0.0');
    expect(estimateWords('count', between(3, 5, 9))).toBe('5 [3, 9]');
    expect(estimateWords('share', null)).toBe('无从得知');
  });

  it('given a difference, then it has its sign; where nought lies in it, that nobody can tell; where it is nought, no change', () => {
    expect(differenceWords('share', between(0.01, 0.02, 0.031))).toBe('+2.0 [+1.0, +3.1] 个百分点');
    expect(differenceWords('count', between(-4, -1, 2))).toBe('-1 [-4, +2]，说不准');
    expect(differenceWords('number', between(-0.01, 0, 0.01))).toBe('不变');
  });

  it('given places, then one, several, or too little to have any', () => {
    expect(placeWords({ best: 2, worst: 2 })).toBe('第 2 名');
    expect(placeWords({ best: 1, worst: 4 })).toBe('第 1–4 名');
    expect(placeWords(null)).toBe('样本太少');
  });
});

describe('the file of other weights', () => {
  it('given a table and a new version, then what stood there stands, the new rows come after it, and commas keep their cells', () => {
    const columns = ['formula', 'version', 'label', 'indicator', 'weight', 'verified'];
    const text = weightsFile(
      {
        ...{ name: 'score_weights', label: '' },
        columns: columns.map((name) => ({ name, label: name, values: null })),
        rows: [['duty_score', '1', '得分,旧', 'handled', '100', 'yes']],
      },
      {
        ...{ formula: 'duty_score', version: 2, label: '得分"新"', inForceFrom: '2026-12-01' },
        parts: [{ indicator: 'rework', version: 1, weight: 100, countsAs: 'rest' }],
      },
    );
    expect(text.split('\n')).toEqual([
      columns.join(','),
      'duty_score,1,"得分,旧",handled,100,yes',
      'duty_score,2,"得分""新""",rework,100,no',
      '',
    ]);
  });
});
