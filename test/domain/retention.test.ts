import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadRetention } from '../../config/retention';
import { retentionKind, retentionOf, type RetentionRule } from '../../domain/retention';
import { open } from './support/aCase';

const rules = loadRetention(join(import.meta.dirname, '../../config/catalogue'));

describe('how long the file of a case is kept', () => {
  const filed = { ...open('town_bureau_review'), filedAt: '2026-09-16T01:00:00.000Z' };

  it('given what a case was, then its kind follows: contested before filed, filed before decided on the spot', () => {
    const decision = { penalty: { warning: true, fine: 0 }, onSpot: true, at: '2026-09-16T01:00:00.000Z' } as never;
    expect(retentionKind(open('town'))).toBe('not_filed');
    expect(retentionKind({ ...open('town'), decision })).toBe('summary');
    expect(retentionKind(filed)).toBe('ordinary');
    expect(retentionKind({ ...filed, court: { appliedOn: '2027-06-01', court: '法院', result: null } })).toBe('major');
    expect(retentionKind({ ...filed, hearing: { ...filed.hearing, heldOn: '2026-10-23' } })).toBe('major');
  });

  it('given the data, then an ordinary case is kept for 30 years to the day, a major one for ever', () => {
    expect(retentionOf(filed, '2026-11-24', rules)).toMatchObject({ until: '2056-11-24', rule: { verified: false } });
    const major = { ...filed, hearing: { ...filed.hearing, heldOn: '2026-10-23' } };
    expect(retentionOf(major, '2026-11-24', rules).until).toBeNull();
  });

  it('given a rule that changes, then files archived before keep theirs', () => {
    const [rule] = rules.filter(({ kind }) => kind === 'ordinary');
    const both = [...rules, { ...(rule as RetentionRule), years: 10, inForceFrom: '2027-01-01' }];
    expect(retentionOf(filed, '2026-12-31', both).until).toBe('2056-12-31');
    expect(retentionOf(filed, '2027-01-01', both).until).toBe('2037-01-01');
  });
});
