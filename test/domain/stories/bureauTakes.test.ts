import { describe, expect, it } from 'vitest';
import { KINDS } from '../../../api/errors';
import {
  answered,
  archived,
  DECIDE,
  decided,
  demanded,
  discussed,
  DISCUSSION,
  extended,
  EXTENSION,
  LEAD,
  LEADER,
  noticed,
  officers,
  passed,
  PENALTY,
  reported,
  REVIEWER,
  seized,
  served,
  SERVICE,
  submitted,
  tested,
  TESTING,
  TOWN,
  waived,
} from '../../../demo/stories/bureauTakes';
import { system } from '../../../demo/stories/cast';
import { HUAIYUAN, shanghai } from '../../../demo/stories/opening';
import { investigated, submittedInTime, SUBMIT, taken, TOWNSMAN } from '../../../demo/stories/timerTakes';
import {
  answeredWell,
  checked,
  CHECKED,
  late,
  ordered,
  returned,
  urged,
  WELL,
} from '../../../demo/stories/townSitsOnTask';
import { courtWindow } from '../../../domain/court';
import { BUREAU } from '../../../domain/people';
import { takenBecauseOf } from '../support/takenAt';

describe('story 3, first run: the bureau takes it', () => {
  it('given an item that is not delegated and a press report, then the bureau has it, and the explanation names both rules', () => {
    expect(reported.state).toMatchObject({ grade: 'bureau', owner: BUREAU });
    const reasons = reported.state.gradeReasons.map(({ ref, text }) => `${ref} ${text}`);
    expect(reasons).toContainEqual(expect.stringMatching(/^GR-03 .*不属于赋权清单/));
    expect(reasons).toContainEqual(expect.stringMatching(/^GR-06 .*媒体曝光/));
  });

  it('given the bureau leads, then the town has a task with a light of its own: five working days, until 2026-10-19', () => {
    expect(reported.state.cooperation).toMatchObject([{ id: 'C1', town: HUAIYUAN, open: true }]);
    expect(reported.clock('C1').owner).toBe(HUAIYUAN);
    expect(reported.due('C1')).toBe('2026-10-19');
    expect(answered.state.clocks['C1']).toBeUndefined();
  });

  it('given tools seized on 10-14, then 30 days end on 11-13; eleven days of testing make it 11-24, and 30 more 12-24', () => {
    expect(seized.due('M1')).toBe('2026-11-13');
    expect(seized.clock('M1').article).toMatchObject({ article: '第二十五条' });
    expect(tested.due('M1')).toBe('2026-11-24');
    expect(extended.due('M1')).toBe('2026-12-24');
  });

  it('given testing that the party was not told of in writing, then 强制法 25 refuses to leave its time out', () => {
    const untold = { ...TESTING, toldInWriting: false };
    expect(answered.refuses('2026-10-20 09:00', LEAD, 'start_testing', untold)).toMatchObject({
      code: 'not_told_in_writing',
      articles: ['第二十五条'],
    });
  });

  it('given 31 days, an officer instead of the leader, or a second time, when extended, then it is refused', () => {
    const tooLong = { ...EXTENSION, number: 31 };
    expect(tested.refuses('2026-11-02 10:00', LEADER, 'extend_period', tooLong)).toMatchObject({
      code: 'extension_not_allowed',
      articles: ['第二十五条'],
    });
    expect(tested.refuses('2026-11-02 10:00', LEAD, 'extend_period', EXTENSION).code).toBe('not_competent');
    expect(extended.refuses('2026-12-01 10:00', LEADER, 'extend_period', EXTENSION)).toMatchObject({
      code: 'extension_used_up',
      articles: ['第二十五条'],
    });
  });

  it('given no review passed, then no notice, with article 58', () => {
    const notice = { facts: '告知', penalty: PENALTY, servedOn: '2026-11-03', method: 'direct' } as const;
    const bypassed = submitted.does('2026-11-04 10:00', REVIEWER, 'return_review', { requirement: '补充' });
    expect(bypassed.refuses('2026-11-04 11:00', LEAD, 'give_notice', notice).code).toBe('act_not_open');
    expect(passed.state.reviews).toMatchObject([{ verdict: 'pass', reviewer: REVIEWER.id }]);
  });

  it('given no discussion, one leader alone, or another penalty than was discussed, then article 57 refuses', () => {
    expect(waived.refuses('2026-11-09 11:00', LEADER, 'decide_penalty', DECIDE)).toMatchObject({
      code: 'discussion_missing',
      articles: ['第五十七条'],
    });
    const alone = { ...DISCUSSION, participants: [LEADER] };
    expect(waived.refuses('2026-11-09 16:00', LEADER, 'record_discussion', alone)).toMatchObject({
      code: 'officers_insufficient',
      articles: ['第五十七条'],
    });
    const lighter = { ...DECIDE, penalty: { ...PENALTY, fine: 15_000 } };
    expect(discussed.refuses('2026-11-10 10:00', LEADER, 'decide_penalty', lighter)).toMatchObject({
      code: 'discussion_not_followed',
      articles: ['第五十七条'],
    });
  });

  it('given a hearing that may be asked for, when it is not waived, then no decision; waived in writing, it is made before the five days end', () => {
    expect(noticed.refuses('2026-11-10 09:00', LEADER, 'decide_penalty', DECIDE)).toMatchObject({
      code: 'hearing_request_running',
      articles: ['第四十四条', '第六十四条'],
    });
    expect(decided.state.stage).toBe('service');
  });

  it('given it left at the door, then with a witness it is served and without one refused', () => {
    expect(decided.refuses('2026-11-12 10:00', LEAD, 'serve_decision', { ...SERVICE, proof: '' })).toMatchObject({
      code: 'proof_missing',
      articles: ['第六十一条'],
    });
    expect(served.state.service).toMatchObject({ method: 'left', servedOn: '2026-11-12', payBy: '2026-11-27' });
  });

  it('given nothing demolished, then after the remedies the court is asked, and the case ends in the archive', () => {
    expect(courtWindow(served.state)).toEqual({ remediesUntil: '2027-05-12', until: '2027-08-12' });
    const early = { appliedOn: '2027-05-12', court: '崇州市人民法院' };
    expect(demanded.refuses('2027-05-12 10:00', LEADER, 'apply_to_court', early)).toMatchObject({
      code: 'remedies_running',
      articles: ['第五十三条'],
    });
    expect(archived.state).toMatchObject({ stage: 'archived', outcome: 'penalty', court: { result: 'enforced' } });
  });

  it('given the story told to its end, then what was tried in vain stands in it', () => {
    expect(archived.refusals()).toEqual([
      '2026-11-02 09:00: extend_period extension_not_allowed',
      '2026-11-09 11:00: decide_penalty discussion_missing',
      '2026-11-12 09:50: serve_decision proof_missing',
    ]);
  });
});

describe('story 3, second run: the town sits on its task', () => {
  it('given five working days until 10-19, then yellow from the 16th and red from the 20th, and the town and the bureau told', () => {
    expect(late.lights('C1')).toEqual(['yellow 2026-10-16 00:00', 'red 2026-10-20 00:00']);
    const told = late.duties().flatMap((duty) => (duty.kind === 'notify' && /协查回复/.test(duty.text) ? [duty] : []));
    expect(told.map(({ topic, org, role }) => `${topic} ${org} ${role ?? 'everybody'}`)).toEqual([
      `due_warning ${HUAIYUAN} everybody`,
      `due_warning ${HUAIYUAN} town_office`,
      `overdue_alert ${HUAIYUAN} town_office`,
      `overdue_alert ${BUREAU} bureau_officer`,
      `overdue_alert ${BUREAU} supervisor`,
    ]);
  });

  it('given the task open, when the investigation is to end, then it is refused with article 26', () => {
    const found = late.does('2026-10-21 09:30', LEAD, 'collect_evidence', {
      sha256: 'b'.repeat(64),
      kind: 'scene_record',
      storeKey: 'building/1',
      description: '现场照片',
      takenAt: shanghai('2026-10-20 09:00'),
      place: '富丽村',
    });
    const end = { officers, report: '调查终结', proposal: PENALTY };
    expect(found.refuses('2026-10-21 09:40', LEAD, 'end_investigation', end)).toMatchObject({
      code: 'cooperation_open',
      articles: ['第二十六条'],
    });
  });

  it('given it urged on 10-21, then an answer is due within one working day, by the end of 10-22, and the task stays red meanwhile', () => {
    expect(urged.due('U1')).toBe('2026-10-22');
    expect(urged.clock('U1').owner).toBe(HUAIYUAN);
    expect(urged.clock('C1')).toEqual(late.clock('C1'));
    expect(urged.duties().at(-1)).toMatchObject({ kind: 'notify', org: HUAIYUAN, topic: 'urging' });
    expect(urged.until('2026-10-22 23:59').lights('U1')).toEqual(['yellow 2026-10-22 04:35']);
    expect(urged.until('2026-10-23 00:00').lights('U1').at(-1)).toBe('red 2026-10-23 00:00');
  });

  it('given a poor answer returned on 10-21, then it is counted, the town told, and it has five working days anew, until 10-28', () => {
    expect(returned.state.cooperation).toMatchObject([{ returns: 1, open: true }]);
    expect(returned.due('C1')).toBe('2026-10-28');
    expect(returned.clock('C1')).toMatchObject({ owner: HUAIYUAN, light: 'green' });
    expect(returned.duties().at(-1)).toMatchObject({ kind: 'notify', org: HUAIYUAN, topic: 'cooperation' });
  });

  it('given the order numbered D1 of 10-21, then its answer is due in three working days, by 10-26, and is checked once it is there', () => {
    expect(ordered.state.urgings).toMatchObject([
      { id: 'U1', kind: 'urge', open: false, answer: '已看过现场' },
      { id: 'D1', kind: 'order', open: true, clockId: 'C1' },
    ]);
    expect(ordered.due('D1')).toBe('2026-10-26');
    expect(answeredWell.state.urgings.at(-1)).toMatchObject({ open: false, checked: false });
    expect(answeredWell.refuses('2026-10-26 11:00', TOWN, 'check_supervision', CHECKED).code).toBe('not_competent');
    expect(checked.state.urgings.at(-1)).toMatchObject({ id: 'D1', open: false, checked: true });
    expect(checked.state.clocks['D1']).toBeUndefined();
    expect(checked.refusals()).toEqual(['2026-10-26 09:00: check_supervision urging_unknown']);
  });

  it('given it answered well, then it can be neither answered again by the town nor left open', () => {
    expect(answeredWell.state.cooperation).toMatchObject([{ open: false, answer: '测量数据附后' }]);
    expect(answeredWell.refuses('2026-10-26 11:00', TOWN, 'answer_cooperation', WELL).code).toBe('not_competent');
  });
});

describe('story 3, third run: the bureau takes it by timer while the town presses “submit”', () => {
  it('given the investigation red from 10-17, then after five working days, at the end of 10-23, the bureau takes it', () => {
    expect(investigated.due('investigation')).toBe('2026-10-16');
    expect(takenBecauseOf(investigated.state, 'investigation')).toBe(shanghai('2026-10-24 00:00'));
    expect(investigated.until('2026-10-23 23:59').state.grade).toBe('town_bureau_review');
    expect(investigated.until('2026-10-24 00:00').lights('investigation')).toEqual([
      'yellow 2026-10-07 19:48',
      'red 2026-10-17 00:00',
    ]);
  });

  it('given the timer first, when the town submits, then it is told that the bureau has the case: 403', () => {
    expect(taken.state).toMatchObject({ grade: 'bureau', owner: BUREAU, stage: 'investigation' });
    expect(taken.of('elevated')).toMatchObject([{ cause: 'light' }]);
    const refused = taken.refuses('2026-10-24 00:00', TOWNSMAN, 'end_investigation', SUBMIT);
    expect(refused.code).toBe('case_elevated');
    expect(refused.detail).toContain('已提级由市综合执法局办理');
    expect(KINDS[refused.code].status).toBe(403);
  });

  it('given the town first, when the timer fires, then nothing is due and the case stays the town’s, at review', () => {
    expect(submittedInTime.state).toMatchObject({ grade: 'town_bureau_review', stage: 'review' });
    expect(submittedInTime.refuses('2026-10-24 00:00', system, 'lapse_deadline', {}).code).toBe('nothing_due');
    expect(submittedInTime.until('2026-10-24 09:00').state.grade).toBe('town_bureau_review');
  });
});
