import { describe, expect, it } from 'vitest';
import { gradeClue } from '../../../domain/triage/gradeClue';
import { BadChange, changeCatalogue, handledAs, type RuleChanges } from '../../../simulation/changeCatalogue';
import { periodsThatCount, rulesThatCount } from '../../../simulation/whatCounts';
import { catalogue } from './support';

const change = (changes: Partial<RuleChanges>) =>
  changeCatalogue(catalogue, { periods: [], rules: [], items: [], ...changes });
const item = (of: typeof catalogue, code: string) => {
  const found = of.items.find((one) => one.code === code);
  if (found === undefined) throw new Error(code);
  return found;
};

describe('a change of the rules', () => {
  it('given another number for a period, then that period has it in its unit, and no other has moved', () => {
    const { periods, version } = change({ periods: [{ id: 'investigation', number: 15 }] });
    const moved = periods.filter((period, at) => period !== catalogue.periods[at]);
    expect(moved.map(({ id, span }) => [id, span])).toEqual([['investigation', { number: 15, unit: 'calendar_day' }]]);
    expect(version).not.toBe(catalogue.version);
  });

  it('given an item that is taken from the towns, then it is the bureau’s; given to them, theirs by the procedure', () => {
    expect(handledAs(item(catalogue, 'CG-001'))).toBe('summary');
    const taken = change({ items: [{ code: 'CG-001', as: 'not_delegated' }] });
    expect(gradeClue(item(taken, 'CG-001'), {}, taken).grade).toBe('bureau');
    expect(gradeClue(item(catalogue, 'CG-001'), {}, catalogue).grade).toBe('town');
    const given = changeCatalogue(taken, { periods: [], rules: [], items: [{ code: 'CG-001', as: 'ordinary' }] });
    expect(gradeClue(item(given, 'CG-001'), {}, given).grade).toBe('town_bureau_review');
  });

  it('given a rule of another grade or none, then what it decided is graded so', () => {
    const facts = { pressOrMass: true };
    const gradeIn = (changed: typeof catalogue) => gradeClue(item(changed, 'CG-001'), facts, changed).grade;
    expect(gradeIn(catalogue)).toBe('bureau');
    expect(gradeIn(change({ rules: [{ id: 'GR-06', grade: 'town_bureau_review' }] }))).toBe('town_bureau_review');
    expect(gradeIn(change({ rules: [{ id: 'GR-06', grade: null }] }))).toBe('town');
  });

  it('given what isn’t there, what doesn’t count, or one twice, then it is refused in Chinese', () => {
    expect(() => change({ periods: [{ id: 'siesta', number: 1 }] })).toThrow(BadChange);
    expect(() => change({ periods: [{ id: 'limitation', number: 1 }] })).toThrow('没有可以改的时限“limitation”');
    expect(() => change({ rules: [{ id: 'GR-99', grade: null }] })).toThrow('没有可以改的分级规则');
    expect(() => change({ items: [{ code: 'XX-001', as: 'summary' }] })).toThrow('没有可以改的处罚事项');
    const twice = { code: 'CG-001', as: 'ordinary' } as const;
    expect(() => change({ items: [twice, twice] })).toThrow('写了两次');
  });

  it('given a rule without which an item has no grade, then switching it off is refused', () => {
    expect(() => change({ rules: [{ id: 'GR-03', grade: null }] })).toThrow(/没有规则可以定级/);
    expect(change({ rules: [{ id: 'GR-03', grade: 'town_bureau_review' }] }).gradingRules).toHaveLength(
      catalogue.gradingRules.length,
    );
  });
});

describe('what counts in a season', () => {
  it('given the shipped catalogue, then the stages’ periods and the party’s time to speak, and none of the courts’', () => {
    const ids = periodsThatCount(catalogue).map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(['accept', 'investigation', 'review', 'notice_statement', 'close']));
    expect(ids).not.toContain('trial');
    expect(ids).not.toContain('limitation');
  });

  it('given the grading rules, then those that can decide at the report, and none that asks what only the case will show', () => {
    const ids = rulesThatCount(catalogue).map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(['GR-01', 'GR-03', 'GR-06', 'GR-23']));
    for (const later of ['GR-09', 'GR-10', 'GR-15', 'GR-25']) expect(ids).not.toContain(later);
  });
});
