import type { ActInputs, Penalty } from '../../domain/case';
import { owedBy } from '../../domain/owed';
import { NO_PENALTY } from '../../domain/penalty';
import { bureauOfficer, office, officer, reviewer, system } from './cast';
import { opening, shanghai, YANGMA } from './opening';
import { Telling } from './telling';

/** Story 2, 镇街办、执法局审: a restaurant run by an individual discharges fumes beside flats in 羊马街道. */

export const [LEAD, SECOND] = [officer(YANGMA, 1), officer(YANGMA, 2)];
export const OFFICE = office(YANGMA);
export const REVIEWER = reviewer(1);
export const CHAIR = bureauOfficer(7);
export const officers = [LEAD, SECOND];

export const fine = (amount: number): Penalty => ({ ...NO_PENALTY, fine: amount });
export const PENALTY = fine(20_000);

export const reported = Telling.from(opening('town_bureau_review', { at: shanghai('2026-09-14 09:00') }));
export const accepted = reported
  .does('2026-09-14 09:10', system, 'join_report', { clueId: 'clue-2', channel: 'hotline_12345' })
  .does('2026-09-14 09:15', system, 'join_report', { clueId: 'clue-3', channel: 'web' })
  .does('2026-09-14 09:40', LEAD, 'accept', { officers });
export const filed = accepted
  .does('2026-09-14 15:00', LEAD, 'verify', { violation: true, facts: '净化器未开，油烟直排' })
  .does('2026-09-16 10:00', OFFICE, 'file_case', {
    officers,
    party: { personId: 'owner', kind: 'citizen', addressKnown: true },
    reason: '涉嫌不正常使用油烟净化设施',
    committedOn: null,
    harm: false,
  });
export const preserved = filed
  .does('2026-09-17 10:00', LEAD, 'record_inquiry', {
    officers,
    subject: 'party',
    certificatesShown: true,
    place: '羊马街道办事处',
    from: shanghai('2026-09-17 09:00'),
    until: shanghai('2026-09-17 09:40'),
    record: '承认净化器长期不开',
  })
  .does('2026-09-18 10:00', OFFICE, 'take_measure', {
    kind: 'registered_preservation',
    officers,
    goods: '灶具一台',
    place: '店内',
    reason: '可能灭失',
    emergency: false,
  });
export const EVIDENCE: ActInputs['collect_evidence'] = {
  sha256: 'a'.repeat(64),
  kind: 'scene_record',
  storeKey: 'fumes/1',
  description: '现场检查照片',
  takenAt: shanghai('2026-09-16 11:00'),
  place: '店内',
};
export const END: ActInputs['end_investigation'] = { officers, report: '事实清楚', proposal: PENALTY };
export const submitted = preserved
  .does('2026-09-18 11:00', LEAD, 'collect_evidence', EVIDENCE)
  .does('2026-09-22 10:00', LEAD, 'end_investigation', END);
export const returned = submitted
  .tries('2026-09-22 11:00', LEAD, 'pass_review', { opinion: '同意' })
  .does('2026-09-24 10:00', REVIEWER, 'return_review', { requirement: '补充监测报告' });
export const submittedAgain = returned
  .does('2026-09-28 09:00', LEAD, 'collect_evidence', { ...EVIDENCE, kind: 'appraisal', description: '油烟监测报告' })
  .does('2026-09-28 09:30', OFFICE, 'dispose_measure', { measureId: 'M1', disposal: 'returned', note: '检查后退还' })
  .does('2026-09-28 10:00', LEAD, 'end_investigation', { ...END, report: '已补充监测报告' });
export const passed = submittedAgain.does('2026-09-29 10:00', REVIEWER, 'pass_review', { opinion: '同意' });

export const NOTICE: ActInputs['give_notice'] = {
  facts: '拟处罚款二万元',
  penalty: PENALTY,
  servedOn: '2026-09-30',
  method: 'direct',
};
export const noticed = passed.does('2026-09-30 10:00', LEAD, 'give_notice', NOTICE);
export const spoken = noticed
  .does('2026-10-09 10:00', LEAD, 'record_statement', { raised: true, summary: '生意不好，请求减轻', waived: false })
  .does('2026-10-10 10:00', LEAD, 'weigh_statement', { adopted: 'none', reasons: '不属于法定减轻情形' });
export const DECIDE = { penalty: PENALTY, reasons: '事实清楚，裁量适当' };
export const asked = spoken
  .tries('2026-10-12 10:00', OFFICE, 'decide_penalty', DECIDE)
  .does('2026-10-13 15:00', LEAD, 'request_hearing', { requestedOn: '2026-10-13', reason: '要求听证' });
export const HEARING: ActInputs['give_hearing_notice'] = {
  servedOn: '2026-10-14',
  method: 'direct',
  heldAt: shanghai('2026-10-23 09:30'),
  place: '羊马街道会议室',
  chair: CHAIR,
};
export const hearingNoticed = asked.does('2026-10-14 10:00', OFFICE, 'give_hearing_notice', HEARING);
export const heard = hearingNoticed.does('2026-10-23 16:00', CHAIR, 'record_hearing', {
  heldOn: '2026-10-23',
  attended: true,
  record: '双方质证',
  opinion: '事实清楚',
});
export const decided = heard
  .tries('2026-10-30 09:50', OFFICE, 'decide_penalty', { ...DECIDE, penalty: fine(20_001) })
  .does('2026-10-30 10:00', OFFICE, 'decide_penalty', DECIDE);
export const SERVICE: ActInputs['serve_decision'] = {
  method: 'left',
  servedOn: '2026-11-05',
  note: '拒收，留置于住所',
  proof: '见证人社区网格员，全程录像',
};
export const served = decided.does('2026-11-05 16:00', LEAD, 'serve_decision', SERVICE);
export const sued = served.does('2026-12-01 10:00', LEAD, 'record_appeal', {
  kind: 'lawsuit',
  filedOn: '2026-12-01',
  body: '崇州市人民法院',
});
/** The story tells no further; so that the file ends, the court upholds the decision and everything is paid that day. */
export const upheld = sued.does('2027-03-15 10:00', LEAD, 'end_appeal', {
  endedOn: '2027-03-15',
  result: 'upheld',
  note: '判决维持',
});
export const paid = upheld.does('2027-03-15 15:00', OFFICE, 'record_payment', {
  amount: owedBy(upheld.state, '2027-03-15'),
  paidOn: '2027-03-15',
  receipt: 'P-1',
});
export const closed = paid.does('2027-03-16 10:00', OFFICE, 'close_case', { summary: '处罚已执行' });
export const archived = closed.does('2027-03-16 10:01', system, 'archive_case', {
  events: closed.state.seq,
  head: 'h',
});
