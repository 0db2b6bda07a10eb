import { describe, expect, it } from 'vitest';
import { KINDS } from '../../../api/errors';
import type { ActInputs, Penalty } from '../../../domain/case';
import { courtWindow } from '../../../domain/court';
import { NO_PENALTY } from '../../../domain/penalty';
import { BUREAU } from '../../../domain/people';
import { HUAIYUAN, opening, shanghai, YANGMA } from '../support/aCase';
import { takenBecauseOf } from '../support/takenAt';
import { bureauOfficer, leaderNo, office, officer, reviewer, system } from '../support/people';
import { Telling } from './telling';

/**
 * Story 3, 执法局办结: an extension of three storeys without a permit in 怀远镇, and a press report. The text gives the
 * lengths; the dates here are worked out from them on the calendar of 2026. Urging and supervision by a numbered order,
 * which its second run names too, are not acts of a case yet: what is told of that run is what is on record without them.
 */

const [LEAD, SECOND] = [bureauOfficer(1), bureauOfficer(2)];
const [LEADER, OTHER_LEADER] = [leaderNo(1), leaderNo(2)];
const TOWN = officer(HUAIYUAN);
const REVIEWER = reviewer(1);
const officers = [LEAD, SECOND];

const PENALTY: Penalty = { ...NO_PENALTY, fine: 20_000, basisAmount: 250_000, others: ['拆除'] };

const reported = new Telling(opening('bureau', { at: shanghai('2026-10-12 09:00'), facts: { pressOrMass: true } }));
const accepted = reported.does('2026-10-12 09:20', LEAD, 'accept', { officers });
const filed = accepted
  .does('2026-10-12 15:00', LEAD, 'verify', { violation: true, facts: '加建三层，占用耕地' })
  .does('2026-10-14 10:00', LEADER, 'file_case', {
    officers,
    party: { personId: 'builder', kind: 'citizen', addressKnown: true },
    reason: '涉嫌未取得建设工程规划许可证进行建设',
    committedOn: null,
    harm: false,
  });
const TESTING: ActInputs['start_testing'] = { measureId: 'M1', subject: '结构安全鉴定', toldInWriting: true };
const EXTENSION: ActInputs['extend_period'] = { clockId: 'M1', number: 30, reason: '情况复杂' };
const seized = filed.does('2026-10-14 15:00', LEADER, 'take_measure', {
  kind: 'seizure',
  officers,
  goods: '施工工具一批',
  place: '富丽村工地',
  reason: '继续施工的工具',
  emergency: false,
});
const answered = seized.does('2026-10-15 10:00', TOWN, 'answer_cooperation', {
  taskId: 'C1',
  answer: '已测量、维护现场',
});

const tested = answered
  .does('2026-10-20 09:00', LEAD, 'start_testing', TESTING)
  .does('2026-10-31 17:00', LEAD, 'end_testing', { measureId: 'M1', result: '属危险构件' });
const extended = tested.does('2026-11-02 10:00', LEADER, 'extend_period', EXTENSION);

const submitted = extended
  .does('2026-11-02 14:00', LEAD, 'collect_evidence', {
    sha256: 'b'.repeat(64),
    kind: 'scene_record',
    storeKey: 'building/1',
    description: '测量记录',
    takenAt: shanghai('2026-10-15 09:00'),
    place: '富丽村',
  })
  .does('2026-11-03 10:00', LEAD, 'end_investigation', { officers, report: '调查终结', proposal: PENALTY });
const passed = submitted.does('2026-11-05 10:00', REVIEWER, 'pass_review', { opinion: '同意' });
const DISCUSSION: ActInputs['record_discussion'] = {
  heldOn: '2026-11-06',
  participants: [LEADER, OTHER_LEADER],
  record: '一致同意',
  conclusion: PENALTY,
};
const noticed = passed.does('2026-11-06 15:00', LEAD, 'give_notice', {
  facts: '拟罚款二万元、限期拆除',
  penalty: PENALTY,
  servedOn: '2026-11-06',
  method: 'direct',
});
const waived = noticed
  .does('2026-11-09 10:00', LEAD, 'waive_hearing', { note: '当事人书面放弃听证' })
  .does('2026-11-09 10:10', LEAD, 'record_statement', { raised: false, summary: '书面放弃陈述申辩', waived: true });
const discussed = waived.does('2026-11-09 16:00', LEADER, 'record_discussion', DISCUSSION);
const DECIDE = { penalty: PENALTY, reasons: '集体讨论决定' };
const decided = discussed.does('2026-11-10 10:00', LEADER, 'decide_penalty', DECIDE);
const SERVICE: ActInputs['serve_decision'] = {
  method: 'left',
  servedOn: '2026-11-12',
  note: '拒收，留置于门口',
  proof: '见证人村委会干部',
};
const served = decided
  .does('2026-11-12 10:00', LEAD, 'serve_decision', SERVICE)
  .does('2026-11-13 10:00', LEAD, 'dispose_measure', { measureId: 'M1', disposal: 'returned', note: '停工后退还' });
const demanded = served.does('2027-04-01 10:00', LEAD, 'give_demand_notice', {
  servedOn: '2027-04-01',
  method: 'left',
});
const applied = demanded.does('2027-05-13 10:00', LEADER, 'apply_to_court', {
  appliedOn: '2027-05-13',
  court: '崇州市人民法院',
});
const archived = applied
  .does('2027-07-01 10:00', LEAD, 'record_court_result', { on: '2027-07-01', result: 'enforced', note: '已拆除' })
  .does('2027-07-01 11:00', LEADER, 'close_case', { summary: '法院强制执行完毕' })
  .does('2027-07-01 11:01', system, 'archive_case', { events: 1, head: 'h' });

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
});

describe('story 3, second run: the town sits on its task', () => {
  const late = filed.until('2026-10-21 09:00');
  const poorly = late.does('2026-10-21 10:00', TOWN, 'answer_cooperation', { taskId: 'C1', answer: '已看过' });
  const returned = poorly.does('2026-10-21 15:00', LEAD, 'return_cooperation', {
    taskId: 'C1',
    reason: '没有测量数据，请重新答复',
  });

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

  it('given a poor answer returned on 10-21, then it is counted, the town told, and it has five working days anew, until 10-28', () => {
    expect(returned.state.cooperation).toMatchObject([{ returns: 1, open: true }]);
    expect(returned.due('C1')).toBe('2026-10-28');
    expect(returned.clock('C1')).toMatchObject({ owner: HUAIYUAN, light: 'green' });
    expect(returned.duties().at(-1)).toMatchObject({ kind: 'notify', org: HUAIYUAN, topic: 'cooperation' });
  });

  it('given it answered well, then it can be neither answered again by the town nor left open', () => {
    const well = { taskId: 'C1', answer: '测量数据附后' };
    const done = returned.does('2026-10-26 10:00', TOWN, 'answer_cooperation', well);
    expect(done.state.cooperation).toMatchObject([{ open: false, answer: '测量数据附后' }]);
    expect(done.refuses('2026-10-26 11:00', TOWN, 'answer_cooperation', well).code).toBe('not_competent');
  });
});

describe('story 3, third run: the bureau takes it by timer while the town presses “submit”', () => {
  const [lead, second] = [officer(YANGMA, 1), officer(YANGMA, 2)];
  const pair = [lead, second];
  const investigated = new Telling(opening('town_bureau_review', { at: shanghai('2026-09-14 09:00') }))
    .does('2026-09-14 09:10', lead, 'accept', { officers: pair })
    .does('2026-09-14 15:00', lead, 'verify', { violation: true, facts: '油烟直排' })
    .does('2026-09-16 10:00', office(YANGMA), 'file_case', {
      officers: pair,
      party: { personId: 'owner', kind: 'citizen', addressKnown: true },
      reason: '涉嫌违法',
      committedOn: null,
      harm: false,
    })
    .does('2026-09-17 10:00', lead, 'collect_evidence', {
      sha256: 'a'.repeat(64),
      kind: 'scene_record',
      storeKey: 'fumes/1',
      description: '照片',
      takenAt: shanghai('2026-09-17 09:00'),
      place: '店内',
    });
  const submit: ActInputs['end_investigation'] = {
    officers: pair,
    report: '调查终结',
    proposal: { ...NO_PENALTY, fine: 20_000 },
  };

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
    const taken = investigated.until('2026-10-24 00:00');
    expect(taken.state).toMatchObject({ grade: 'bureau', owner: BUREAU, stage: 'investigation' });
    expect(taken.of('elevated')).toMatchObject([{ cause: 'light' }]);
    const refused = taken.refuses('2026-10-24 00:00', lead, 'end_investigation', submit);
    expect(refused.code).toBe('case_elevated');
    expect(refused.detail).toContain('已提级由市综合执法局办理');
    expect(KINDS[refused.code].status).toBe(403);
  });

  it('given the town first, when the timer fires, then nothing is due and the case stays the town’s, at review', () => {
    const sent = investigated.does('2026-10-23 23:59', lead, 'end_investigation', submit);
    expect(sent.state).toMatchObject({ grade: 'town_bureau_review', stage: 'review' });
    expect(sent.refuses('2026-10-24 00:00', system, 'lapse_deadline', {}).code).toBe('nothing_due');
    expect(sent.until('2026-10-24 09:00').state.grade).toBe('town_bureau_review');
  });
});
