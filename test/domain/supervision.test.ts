import { describe, expect, it } from 'vitest';
import type { CaseState } from '../../domain/case';
import { duties } from '../../domain/duties';
import { openDuties } from '../../domain/openDuties';
import { BUREAU } from '../../domain/people';
import { lightAt } from '../../domain/time/clock';
import { notRunning } from '../../domain/procedures/guards/clocks';
import { endOf } from '../../domain/time/lawDate';
import { nextWake } from '../../domain/wake';
import { justBefore, later, open, perform, refusalOf, step, STREET, YANGMA } from './support/aCase';
import { decider, dispatcher, handler, leader, leaderNo, office, officer, supervisor, system } from './support/people';
import { drive, reach } from './support/road';

const verifying = reach('town_bureau_review', 'verify');
const urged = perform(verifying, 'urge', supervisor);
const ordered = perform(verifying, 'supervise', supervisor);
const clock = (state: CaseState, id: string) => {
  const found = state.clocks[id];
  if (found === undefined) throw new Error(`no clock ${id}`);
  return found;
};
const told = (state: CaseState, ...args: Parameters<typeof step> extends [CaseState, ...infer R] ? R : never) => {
  const { state: after, recorded } = step(state, ...args);
  return recorded.flatMap((one) => duties(after, one));
};

describe('urging 催办', () => {
  it('given an urging without a time, then the owner has a working day, and it is a duty with a light of its own', () => {
    expect(clock(urged, 'U1')).toMatchObject({ owner: YANGMA, dueAt: endOf('2026-09-15') });
    expect(openDuties(urged).find(({ id }) => id === 'U1')).toMatchObject({ kind: 'answer_urging', org: YANGMA });
    expect(lightAt(clock(urged, 'U1'), justBefore(endOf('2026-09-15')))).toBe('yellow');
    expect(lightAt(clock(urged, 'U1'), endOf('2026-09-15'))).toBe('red');
  });

  it('given a time in working hours, then the answer is due by it; the urged duty’s own clock stands where it stood', () => {
    const soon = perform(verifying, 'urge', supervisor, {
      clockId: 'verify',
      within: { number: 2, unit: 'working_hour' },
    });
    expect(clock(soon, 'U1').dueAt).toBe(later(soon.updatedAt, 2 * 3_600_000));
    expect(soon.clocks['verify']).toEqual(verifying.clocks['verify']);
    expect((nextWake(soon) ?? '') < (nextWake(verifying) ?? '')).toBe(true);
  });

  it('given an answer by the town, then the duty is done; a second answer is refused, and so is the asker’s own', () => {
    const answered = perform(urged, 'answer_urging', officer(YANGMA));
    expect(answered.clocks['U1']).toBeUndefined();
    expect(answered.urgings).toMatchObject([{ answer: '已安排办理', answeredBy: officer(YANGMA).id, open: false }]);
    expect(refusalOf(answered, 'answer_urging', officer(YANGMA))).toBe('not_competent');
    expect(refusalOf(urged, 'answer_urging', officer(STREET))).toBe('not_competent');
    const bureau = perform(reach('bureau', 'verify'), 'urge', leader);
    expect(refusalOf(bureau, 'answer_urging', leader)).toBe('own_matter');
    expect(refusalOf(bureau, 'answer_urging', leaderNo(2))).toBeNull();
  });

  it('given a duty that is another’s, then they are asked and not the owner of the case', () => {
    const review = reach('town_bureau_review', 'review');
    expect(clock(perform(review, 'urge', supervisor, { clockId: 'review' }), 'U1').owner).toBe(BUREAU);
    const returned = perform(open('town'), 'return_dispatch', office(STREET));
    const asked = perform(returned, 'urge', supervisor);
    expect(refusalOf(asked, 'answer_urging', dispatcher)).toBeNull();
    expect(refusalOf(verifying, 'urge', supervisor, { clockId: 'review' })).toBe('clock_unknown');
    // Whoever chose it saw its name, and not our word for it.
    expect(notRunning().detail).not.toMatch(/[a-z]/i);
  });

  it('given that the bureau takes the case, then it owes the answer; given the close, then nobody does', () => {
    expect(clock(perform(urged, 'elevate', leader), 'U1').owner).toBe(BUREAU);
    const closed = perform(drive(urged, 'close'), 'close_case', decider(urged));
    expect(closed.urgings).toMatchObject([{ open: false, answer: null }]);
    expect(Object.keys(closed.clocks)).toEqual(['archive']);
  });

  it('given nobody answers, then the ladder tells of it like of any duty', () => {
    const { recorded } = step(urged, 'lapse_deadline', system, {}, endOf('2026-09-15'));
    const rungs = recorded.flatMap(({ event }) => (event.type === 'rung_reached' ? [event] : []));
    expect(rungs.filter(({ clockId }) => clockId === 'U1').map(({ to }) => to)).toEqual(['town_office', 'department']);
  });

  it('given an urging and its answer, then whoever is asked and whoever asked are told, by case and number alone', () => {
    expect(told(verifying, 'urge', supervisor)).toMatchObject([
      { org: YANGMA, topic: 'urging', text: expect.stringMatching(/催办（U1）.*请于 .* 前答复/) as string },
    ]);
    expect(told(urged, 'answer_urging', officer(YANGMA))).toMatchObject([
      { org: BUREAU, person: supervisor.id, topic: 'urging' },
    ]);
  });

  it('given a town, then it urges nobody', () => {
    expect(refusalOf(verifying, 'urge', office(YANGMA))).toBe('not_competent');
    expect(refusalOf(verifying, 'supervise', officer(YANGMA))).toBe('not_competent');
  });
});

describe('supervision by order 督办', () => {
  const answered = perform(ordered, 'answer_urging', officer(YANGMA));

  it('given orders, then they are numbered; an answer waits for its check, and urgings are checked by nobody', () => {
    const two = perform(perform(ordered, 'supervise', supervisor), 'urge', supervisor);
    expect(two.urgings.map(({ id, kind }) => `${id} ${kind}`)).toEqual(['D1 order', 'D2 order', 'U1 urge']);
    expect(refusalOf(ordered, 'check_supervision', supervisor)).toBe('urging_unknown');
    const onlyUrged = perform(urged, 'answer_urging', officer(YANGMA));
    expect(refusalOf(onlyUrged, 'check_supervision', supervisor)).toBe('urging_unknown');
  });

  it('given an answer that isn’t good enough, then the same town has the order’s whole time again, and the return is counted', () => {
    const back = perform(answered, 'check_supervision', supervisor, { good: false });
    expect(clock(back, 'D1')).toMatchObject({
      owner: YANGMA,
      startedAt: back.updatedAt,
      span: clock(ordered, 'D1').span,
    });
    expect(back.urgings).toMatchObject([{ open: true, returns: 1, checked: false }]);
    const again = perform(back, 'answer_urging', officer(YANGMA));
    const good = perform(again, 'check_supervision', supervisor);
    expect(good.urgings).toMatchObject([{ open: false, checked: true }]);
    expect(refusalOf(good, 'check_supervision', supervisor)).toBe('urging_unknown');
  });

  it('given 挂牌, then a leader alone lists, and a good answer takes it off the list', () => {
    expect(refusalOf(verifying, 'supervise', supervisor, { listed: true })).toBe('not_competent');
    const listed = perform(verifying, 'supervise', leader, { listed: true });
    expect(listed.urgings).toMatchObject([{ listed: true }]);
    const done = perform(perform(listed, 'answer_urging', officer(YANGMA)), 'check_supervision', supervisor);
    expect(done.urgings).toMatchObject([{ listed: false, checked: true }]);
  });

  it('given a decision that is withdrawn or a matter that is transferred, then what was asked is asked still', () => {
    const performance = perform(reach('town_bureau_review', 'performance'), 'supervise', supervisor);
    expect(perform(performance, 'withdraw_decision', decider(performance)).clocks['D1']).toBeDefined();
    expect(perform(ordered, 'transfer_case', decider(ordered)).clocks['D1']).toBeDefined();
  });
});

describe('an appeal against a lateness 超期申诉', () => {
  const dueAt = clock(verifying, 'verify').dueAt;
  const late = perform(verifying, 'lapse_deadline', system, {}, dueAt);
  const appealed = perform(late, 'appeal_overdue', officer(YANGMA, 3));

  it('given a red light, then the fact is on file with whose it was, and a tick earlier it isn’t', () => {
    expect(perform(verifying, 'lapse_deadline', system, {}, justBefore(dueAt)).overdue).toEqual([]);
    expect(late.overdue).toMatchObject([
      { id: 'O1', clockId: 'verify', org: YANGMA, person: officer(YANGMA).id, dueAt, appeal: null },
    ]);
  });

  it('given a duty done after its time before the timer came, then it was late all the same; in time, it wasn’t', () => {
    expect(perform(verifying, 'verify', handler(verifying), {}, dueAt).overdue).toMatchObject([{ clockId: 'verify' }]);
    expect(perform(verifying, 'verify', handler(verifying), {}, justBefore(dueAt)).overdue).toEqual([]);
  });

  it('given an appeal, then somebody else judges it: not whoever asked, not whose duty it was, no town', () => {
    expect(clock(appealed, 'O1')).toMatchObject({ owner: BUREAU, period: 'overdue_appeal' });
    expect(refusalOf(appealed, 'judge_overdue_appeal', officer(YANGMA, 3))).toBe('not_competent');
    expect(refusalOf(appealed, 'judge_overdue_appeal', supervisor)).toBeNull();
    const bureaus = reach('bureau', 'verify');
    const red = perform(bureaus, 'lapse_deadline', system, {}, clock(bureaus, 'verify').dueAt);
    const own = perform(red, 'appeal_overdue', leader, {
      overdueId: red.overdue.find(({ org }) => org === BUREAU)?.id ?? '',
    });
    expect(refusalOf(own, 'judge_overdue_appeal', leader)).toBe('own_matter');
    expect(refusalOf(own, 'judge_overdue_appeal', leaderNo(2))).toBeNull();
  });

  it('given a judgement, then the fact stays with the reason, and there is no second appeal', () => {
    const judged = perform(appealed, 'judge_overdue_appeal', supervisor, { granted: true, reason: '系统停机' });
    expect(judged.overdue).toMatchObject([
      { id: 'O1', dueAt, appeal: { by: officer(YANGMA, 3).id, judgement: { granted: true, reason: '系统停机' } } },
    ]);
    expect(judged.clocks['O1']).toBeUndefined();
    expect(clock(judged, 'verify').light).toBe('red');
    expect(refusalOf(judged, 'appeal_overdue', officer(YANGMA))).toBe('not_competent');
    expect(refusalOf(judged, 'judge_overdue_appeal', supervisor)).toBe('overdue_unknown');
  });

  it('given another town, then it appeals nothing', () => {
    expect(refusalOf(late, 'appeal_overdue', officer(STREET))).toBe('not_competent');
  });
});
