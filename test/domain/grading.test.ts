import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../config/catalogue';
import type { PenaltyItem } from '../../domain/catalogue';
import { UNKNOWN_FACTS, type GradingFacts } from '../../domain/grading/facts';
import { grade } from '../../domain/grading/grade';

const catalogue = loadCatalogue(join(import.meta.dirname, '../../config/catalogue'));

function item(code: string): PenaltyItem {
  const found = catalogue.items.find((candidate) => candidate.code === code);
  if (found === undefined) throw new Error(`no item ${code}`);
  return found;
}

function graded(code: string, facts: Partial<GradingFacts> = {}) {
  return grade(item(code), { ...UNKNOWN_FACTS, ...facts }, catalogue.gradingRules, catalogue.limits);
}

const rulesNamed = (result: ReturnType<typeof graded>) =>
  result.reasons.filter(({ kind }) => kind === 'rule').map(({ ref }) => ref);

describe('grading', () => {
  it('given the monument’s plate (WL-004), when graded at the report, then the town closes it on the spot by GR-23', () => {
    expect(graded('WL-004')).toMatchObject({ grade: 'town', procedure: 'summary', ruleId: 'GR-23' });
  });

  it('given cooking fumes (CG-022), when graded, then the town handles it and the bureau reviews', () => {
    expect(graded('CG-022')).toMatchObject({ grade: 'town_bureau_review', procedure: 'ordinary', ruleId: 'GR-27' });
  });

  it('given an item that is not delegated and a press report, when graded, then the bureau takes it and both rules are named', () => {
    const result = graded('GH-011', { pressOrMass: true });
    expect(result).toMatchObject({ grade: 'bureau', ruleId: 'GR-03' });
    expect(rulesNamed(result)).toEqual(['GR-03', 'GR-06']);
    expect(result.reasons[0]?.text).toContain('不属于赋权清单');
    expect(result.reasons[1]?.text).toContain('媒体曝光');
  });

  it.each([
    ['citizen', 200, 'town', 'GR-23'],
    ['citizen', 201, 'town_bureau_review', 'GR-26'],
    ['organisation', 3000, 'town', 'GR-24'],
    ['organisation', 3001, 'town_bureau_review', 'GR-26'],
    ['citizen', 5000, 'town_bureau_review', 'GR-27'],
    ['citizen', 30_000, 'bureau', 'GR-09'],
    ['organisation', 299_999, 'town_bureau_review', 'GR-27'],
    ['organisation', 300_000, 'bureau', 'GR-09'],
  ] as const)(
    'given a %s and a proposed fine of %i yuan on a summary item, when graded, then %s by %s',
    (partyKind, proposedFine, expected, rule) => {
      expect(graded('WL-004', { partyKind, proposedFine })).toMatchObject({ grade: expected, ruleId: rule });
    },
  );

  it('given a fine between both limits and a party of unknown kind, when graded, then GR-09 waits and the doubt is said', () => {
    const result = graded('CG-022', { proposedFine: 40_000 });
    expect(result.grade).toBe('town_bureau_review');
    expect(result.reasons.at(-1)).toMatchObject({ kind: 'doubt' });
    expect(result.reasons.at(-1)?.text).toContain('当事人是个人还是单位');
  });

  it.each([
    ['a third offence within a year', { repeatsInYear: 3 }, 'town_bureau_review', 'GR-28'],
    ['one certified officer', { certifiedOfficersInTown: 1 }, 'town_bureau_review', 'GR-29'],
    ['a party of thirteen', { partyAge: 13 }, 'town_bureau_review', 'GR-15'],
    ['a party of fourteen', { partyAge: 14 }, 'town_bureau_review', 'GR-16'],
    ['a party of eighteen', { partyAge: 18 }, 'town', 'GR-23'],
    ['two annulments in a row', { annulledTwice: true }, 'bureau', 'GR-31'],
    ['a suspected crime', { suspectedCrime: true }, 'bureau', 'GR-01'],
    ['a hearing in a difficult case', { heard: true, difficult: true }, 'bureau', 'GR-11'],
    ['a hearing alone', { heard: true }, 'town_bureau_review', 'GR-10'],
    ['a first and slight offence', { firstAndSlight: true }, 'town', 'GR-20'],
  ] as const)('given %s on a summary item, when graded, then %s… by %s', (_, facts, expected, rule) => {
    expect(graded('WL-004', facts)).toMatchObject({ grade: expected, ruleId: rule });
  });

  it('given nothing known, when any item is graded, then delegated ones stay with the town and the others go to the bureau', () => {
    for (const { code, delegated, gradeDefault } of catalogue.items) {
      const result = graded(code);
      expect(result.grade, code).toBe(gradeDefault);
      expect(result.grade === 'bureau', code).toBe(!delegated);
    }
  });

  it('given a first reason, when read, then it names the rule, its condition and its article', () => {
    expect(graded('CG-022').reasons[0]?.text).toMatch(
      /^适用规则GR-27“.+”，镇街办、执法局审（中华人民共和国行政处罚法（2021修订）第五十八条）。$/,
    );
  });
});
