import { describe, expect, it } from 'vitest';
import { STORIES_TOLD } from '../../../demo/stories/told';
import { fold } from '../../../domain/evolve';
import { trailOf } from '../../../domain/evaluation/trail';
import { msOf } from '../../../domain/time/lawDate';
import { gradeClue } from '../../../domain/triage/gradeClue';
import { seasonCaseOf } from '../../../simulation/seasonCaseOf';
import { catalogue, itemOf, opening } from '../support/aCase';

const caseOf = (name: string) => {
  const story = STORIES_TOLD.find((one) => one.name === name);
  if (story === undefined) throw new Error(`no story ${name}`);
  const one = seasonCaseOf(story.told.events);
  if (one === null) throw new Error(`${name} is merged`);
  return { one, events: story.told.events };
};

describe('a case as the simulation sees it, from its events', () => {
  it.each(STORIES_TOLD.map(({ name }) => [name]))(
    'given story %s, then its stays lie end to end until it is closed',
    (name) => {
      const { one, events } = caseOf(name);
      const closing = events.find(({ event }) => event.type === 'case_closed');
      expect(one.closedAt).toBe(closing === undefined ? null : msOf(closing.at));
      for (const [n, visit] of one.visits.entries()) {
        const next = one.visits[n + 1];
        if (next !== undefined) expect(next.enteredAt).toBe(visit.leftAt);
        if (next !== undefined && visit.onward !== null) {
          expect(visit.onward).toEqual({ stage: next.stage, grade: next.grade });
        }
      }
      expect(one.visits[0]).toMatchObject({ stage: 'accept', enteredAt: one.arrival.at });
    },
  );

  it('given the story of the town, then where it went, by whom each stage was ended, and that the town closed it', () => {
    const { one } = caseOf('1-on-the-spot');
    expect(one.visits.map(({ stage }) => stage)).toEqual(['accept', 'verify', 'file', 'close']);
    expect(one.visits.map(({ by }) => by === null)).toEqual([true, false, false, false]);
    expect(one.closedBy).toBe('town');
    expect(one.visits.at(-1)?.onward).toEqual({ stage: 'closed', grade: 'town' });
  });

  it('given a case that a red light took, then that stay was ended by nobody and tells nothing of the way on', () => {
    const { one } = caseOf('3-timer-takes');
    const taken = one.visits.filter((visit) => visit.taken);
    expect(taken).toHaveLength(1);
    expect(taken[0]).toMatchObject({ by: null, onward: null, owner: one.arrival.town });
    expect(one.visits[one.visits.findIndex((visit) => visit.taken) + 1]).toMatchObject({
      owner: 'bureau',
      grade: 'bureau',
    });
  });

  it('given a stay, then it is due when its clock was due as it was left, with the pauses that it had', () => {
    const { one, events } = caseOf('2-town-investigates');
    const due = new Set(trailOf(events).duties.map(({ dueAt }) => msOf(dueAt)));
    const finite = one.visits.map(({ dueAt }) => dueAt).filter((at) => at !== Infinity);
    expect(finite.length).toBeGreaterThan(8);
    // What was held while it lay elsewhere ends once in the trail and twice here.
    expect(finite.filter((at) => due.has(at)).length).toBeGreaterThanOrEqual(finite.length - 2);
  });

  it.each([
    [{ pressOrMass: true }],
    [{ suspectedCrime: true, injuryOrDanger: true }],
    [{ severalTowns: true }],
    [{ violentOrPublicBody: true }],
    [{}],
  ])('given a report that says %j, then it is read back from the reasons of the grade', (facts) => {
    const item = itemOf('GH-011');
    const { reasons } = gradeClue(item, facts, catalogue);
    const [first, ...rest] = opening('bureau');
    if (first?.event.type !== 'case_opened') throw new Error('a case begins with its opening');
    const events = [{ ...first, event: { ...first.event, gradeReasons: reasons } }, ...rest];
    expect(seasonCaseOf(events)?.arrival.facts).toEqual(facts);
  });

  it('given a case that was merged into another, then it is no case of its own', () => {
    const events = opening('town');
    const state = fold(events);
    const merged = {
      ...events[0]!,
      seq: state.seq + 1,
      act: 'merge_case' as const,
      event: { type: 'case_merged' as const, into: 'other', reason: '', clocks: { set: [], stop: [] } },
    };
    expect(seasonCaseOf([...events, merged])).toBeNull();
  });
});
