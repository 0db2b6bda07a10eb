import type { ActInputs, Penalty } from '../../domain/case';
import { NO_PENALTY } from '../../domain/penalty';
import { bureauOfficer, leaderNo, officer, reviewer, system } from './cast';
import { HUAIYUAN, opening, shanghai } from './opening';
import { Telling } from './telling';

/**
 * Story 3, 执法局办结: an extension of three storeys without a permit in 怀远镇, and a press report. The text gives the
 * lengths; the dates here are worked out from them on the calendar of 2026.
 */

export const [LEAD, SECOND] = [bureauOfficer(1), bureauOfficer(2)];
export const [LEADER, OTHER_LEADER] = [leaderNo(1), leaderNo(2)];
export const TOWN = officer(HUAIYUAN);
export const REVIEWER = reviewer(1);
export const officers = [LEAD, SECOND];

export const PENALTY: Penalty = { ...NO_PENALTY, fine: 20_000, basisAmount: 250_000, others: ['拆除'] };

export const reported = Telling.from(
  opening('bureau', { at: shanghai('2026-10-12 09:00'), facts: { pressOrMass: true } }),
);
export const accepted = reported.does('2026-10-12 09:20', LEAD, 'accept', { officers });
export const filed = accepted
  .does('2026-10-12 15:00', LEAD, 'verify', { violation: true, facts: '加建三层，占用耕地' })
  .does('2026-10-14 10:00', LEADER, 'file_case', {
    officers,
    party: { personId: 'builder', kind: 'citizen', addressKnown: true },
    reason: '涉嫌未取得建设工程规划许可证进行建设',
    committedOn: null,
    harm: false,
  });
export const TESTING: ActInputs['start_testing'] = { measureId: 'M1', subject: '结构安全鉴定', toldInWriting: true };
export const EXTENSION: ActInputs['extend_period'] = { clockId: 'M1', number: 30, reason: '情况复杂' };
export const seized = filed.does('2026-10-14 15:00', LEADER, 'take_measure', {
  kind: 'seizure',
  officers,
  goods: '施工工具一批',
  place: '富丽村工地',
  reason: '继续施工的工具',
  emergency: false,
});
export const answered = seized.does('2026-10-15 10:00', TOWN, 'answer_cooperation', {
  taskId: 'C1',
  answer: '已测量、维护现场',
});

export const tested = answered
  .does('2026-10-20 09:00', LEAD, 'start_testing', TESTING)
  .does('2026-10-31 17:00', LEAD, 'end_testing', { measureId: 'M1', result: '属危险构件' });
export const extended = tested
  .tries('2026-11-02 09:00', LEADER, 'extend_period', { ...EXTENSION, number: 31 })
  .does('2026-11-02 10:00', LEADER, 'extend_period', EXTENSION);

export const submitted = extended
  .does('2026-11-02 14:00', LEAD, 'collect_evidence', {
    sha256: 'b'.repeat(64),
    kind: 'scene_record',
    storeKey: 'building/1',
    description: '测量记录',
    takenAt: shanghai('2026-10-15 09:00'),
    place: '富丽村',
  })
  .does('2026-11-03 10:00', LEAD, 'end_investigation', { officers, report: '调查终结', proposal: PENALTY });
export const passed = submitted.does('2026-11-05 10:00', REVIEWER, 'pass_review', { opinion: '同意' });
export const DISCUSSION: ActInputs['record_discussion'] = {
  heldOn: '2026-11-06',
  participants: [LEADER, OTHER_LEADER],
  record: '一致同意',
  conclusion: PENALTY,
};
export const noticed = passed.does('2026-11-06 15:00', LEAD, 'give_notice', {
  facts: '拟罚款二万元、限期拆除',
  penalty: PENALTY,
  servedOn: '2026-11-06',
  method: 'direct',
});
export const DECIDE = { penalty: PENALTY, reasons: '集体讨论决定' };
export const waived = noticed
  .does('2026-11-09 10:00', LEAD, 'waive_hearing', { note: '当事人书面放弃听证' })
  .does('2026-11-09 10:10', LEAD, 'record_statement', { raised: false, summary: '书面放弃陈述申辩', waived: true });
export const discussed = waived
  .tries('2026-11-09 11:00', LEADER, 'decide_penalty', DECIDE)
  .does('2026-11-09 16:00', LEADER, 'record_discussion', DISCUSSION);
export const SERVICE: ActInputs['serve_decision'] = {
  method: 'left',
  servedOn: '2026-11-12',
  note: '拒收，留置于门口',
  proof: '见证人村委会干部',
};
export const decided = discussed.does('2026-11-10 10:00', LEADER, 'decide_penalty', DECIDE);
export const served = decided
  .tries('2026-11-12 09:50', LEAD, 'serve_decision', { ...SERVICE, proof: '' })
  .does('2026-11-12 10:00', LEAD, 'serve_decision', SERVICE)
  .does('2026-11-13 10:00', LEAD, 'dispose_measure', { measureId: 'M1', disposal: 'returned', note: '停工后退还' });
export const demanded = served.does('2027-04-01 10:00', LEAD, 'give_demand_notice', {
  servedOn: '2027-04-01',
  method: 'left',
});
export const applied = demanded.does('2027-05-13 10:00', LEADER, 'apply_to_court', {
  appliedOn: '2027-05-13',
  court: '崇州市人民法院',
});
export const archived = applied
  .does('2027-07-01 10:00', LEAD, 'record_court_result', { on: '2027-07-01', result: 'enforced', note: '已拆除' })
  .does('2027-07-01 11:00', LEADER, 'close_case', { summary: '法院强制执行完毕' })
  .does('2027-07-01 11:01', system, 'archive_case', { events: applied.state.seq + 3, head: 'h' });
