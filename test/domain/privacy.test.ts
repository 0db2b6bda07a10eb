import { describe, expect, it } from 'vitest';
import type { CaseState } from '../../domain/case';
import { BUREAU, ROLES, type Role } from '../../domain/people';
import { mayHandIn, maySeeParty } from '../../domain/privacy';
import { HUAIYUAN, perform, YANGMA } from './support/aCase';
import { bureauOfficer, officer } from './support/people';
import { reach } from './support/road';

const HANDLERS = ['town_officer', 'town_office', 'bureau_officer', 'leader'];

describe('who hands in the file of a piece of evidence', () => {
  const state = perform(reach('town_bureau_review', 'investigation'), 'collect_evidence', officer(YANGMA));
  const taken = state.evidence.at(-1) ?? { takenBy: '' };

  const somebody = (role: Role, org: string) => ({ ...officer(org), id: 'somebody', role });

  it('given each role in the town that handles the case, then those who handle cases may, and nobody who only looks', () => {
    const able = ROLES.filter((role) => mayHandIn(state, somebody(role, YANGMA), taken));
    expect([...able].sort()).toEqual([...HANDLERS].sort());
    for (const role of ROLES) {
      expect(mayHandIn(state, somebody(role, HUAIYUAN), taken), `${role} of another town`).toBe(false);
    }
  });

  it('given a case that the bureau has taken from the town meanwhile, then whoever took the evidence still may, and their colleagues may not', () => {
    const elevated: CaseState = { ...state, owner: BUREAU };
    expect(mayHandIn(elevated, officer(YANGMA), taken)).toBe(true);
    expect(mayHandIn(elevated, { ...officer(YANGMA), id: 'another' }, taken)).toBe(false);
    expect(mayHandIn(elevated, bureauOfficer(), taken)).toBe(true);
  });
});

describe('a town that helps the bureau', () => {
  // The town where it happened helps as soon as the case is the bureau's.
  const asked = reach('bureau', 'investigation');
  const helper = { ...officer(HUAIYUAN), id: 'helper' };
  const helping = (open: boolean): CaseState => ({
    ...asked,
    cooperation: asked.cooperation.map((task) => ({ ...task, open })),
  });

  it('given its task is open, then it sees the party and hands in files; once it has answered, neither', () => {
    expect(asked.cooperation.map(({ town }) => town)).toContain(HUAIYUAN);
    for (const may of [
      (state: CaseState) => maySeeParty(state, helper),
      (state: CaseState) => mayHandIn(state, helper, { takenBy: 'somebody else' }),
    ]) {
      expect(may(helping(true))).toBe(true);
      expect(may(helping(false))).toBe(false);
    }
  });
});
