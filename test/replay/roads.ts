import type { House } from '../support/house';
import { EVIDENCE, HUAIYUAN, reportBureau, reportOrdinary, reportSummary, STREET, YANGMA } from '../support/road';
import { until } from '../support/until';
import { Play } from './play';

/** Every procedure and every ending, each as a road that real people could take. */

type After = (caseId: string) => Promise<void>;
export type Road = (house: House, after?: After) => Promise<Play>;

const OFFICE = `office-${YANGMA.code}`;
const LEAD = `officer-${YANGMA.code}-1`;
const PAIR = [LEAD, `officer-${YANGMA.code}-2`];
const S_OFFICE = `office-${STREET.code}`;
const S_LEAD = `officer-${STREET.code}-1`;
const S_PAIR = [S_LEAD, `officer-${STREET.code}-2`];
const B_PAIR = ['bureau-officer-1', 'bureau-officer-2'];
const FINE = { warning: false, fine: 20_000 };
const CITIZEN = { kind: 'citizen', name: '张某', address: '崇州市羊马街道1号' };
const FILING = { party: CITIZEN, reason: '涉嫌违法', committedOn: null, harm: false };

async function onTheScene(house: House, after?: After): Promise<Play> {
  const play = new Play(house, await reportSummary(house), after);
  await play.act(S_LEAD, 'accept', { officers: S_PAIR });
  await play.act(S_LEAD, 'verify', { violation: true, facts: '刻划文物保护标志' });
  return play;
}

const onSpot = (more: object) => ({
  officers: S_PAIR,
  party: CITIZEN,
  place: '字库塔',
  facts: '刻划文物保护标志',
  certificatesShown: true,
  statementHeard: true,
  penalty: { warning: false, fine: 100 },
  collection: null,
  ...more,
});

async function filed(house: House, after?: After): Promise<Play> {
  const play = new Play(house, await reportOrdinary(house), after);
  await play.act(LEAD, 'accept', { officers: PAIR });
  await play.act(LEAD, 'verify', { violation: true, facts: '油烟直排' });
  await play.act(OFFICE, 'file_case', { officers: PAIR, ...FILING });
  return play;
}

async function reviewed(house: House, after?: After): Promise<Play> {
  const play = await filed(house, after);
  await play.act(LEAD, 'collect_evidence', EVIDENCE);
  await play.act(LEAD, 'end_investigation', { officers: PAIR, report: '调查终结', proposal: FINE });
  await play.act('reviewer-1', 'pass_review', { opinion: '同意' });
  return play;
}

async function noticed(house: House, after?: After): Promise<Play> {
  const play = await reviewed(house, after);
  await play.act(LEAD, 'give_notice', { facts: '告知', penalty: FINE, servedOn: play.today(), method: 'direct' });
  return play;
}

async function decided(house: House, after?: After): Promise<Play> {
  const play = await noticed(house, after);
  await play.act(LEAD, 'record_statement', { raised: false, summary: '书面放弃', waived: true });
  await play.act(LEAD, 'waive_hearing', { note: '书面放弃听证' });
  await play.act(OFFICE, 'decide_penalty', { penalty: FINE, reasons: '事实清楚' });
  return play;
}

async function served(house: House, after?: After): Promise<Play> {
  const play = await decided(house, after);
  await play.act(LEAD, 'serve_decision', {
    method: 'left',
    servedOn: play.today(),
    note: '当事人拒收',
    proof: '社区工作人员见证并录像',
  });
  return play;
}

async function archived(play: Play): Promise<Play> {
  await until(async () => (await play.state()).stage === 'archived');
  return play;
}

export const ROADS: Readonly<Record<string, Road>> = {
  'summary-collected-on-the-spot': async (house, after) => {
    const play = await onTheScene(house, after);
    await play.act(S_LEAD, 'decide_on_spot', onSpot({ collection: 'small_fine' }));
    await play.act(S_LEAD, 'report_for_record', { reportedOn: play.today() });
    await play.act(S_LEAD, 'hand_in_fine', { handedInOn: play.today(), receipt: 'J-1' });
    await play.act(S_OFFICE, 'bank_fine', { bankedOn: play.today(), receipt: 'Y-1' });
    await play.act(S_OFFICE, 'close_case', { summary: '当场收缴，已缴库' });
    return archived(play);
  },
  'summary-paid-at-the-bank-late': async (house, after) => {
    const play = await onTheScene(house, after);
    await play.act(S_LEAD, 'decide_on_spot', onSpot({ penalty: { warning: true, fine: 200 } }));
    await play.act(S_LEAD, 'report_for_record', { reportedOn: play.today() });
    const payBy = (await play.state()).service?.payBy ?? '';
    await play.passDay(payBy);
    await play.act(S_OFFICE, 'record_payment', { amount: 206, paidOn: play.today(), receipt: 'P-1' });
    await play.act(S_OFFICE, 'close_case', { summary: '逾期一日，已缴加处罚款' });
    return archived(play);
  },
  'summary-nothing-found': async (house, after) => {
    const play = new Play(house, await reportSummary(house), after);
    await play.act(S_OFFICE, 'return_dispatch', { reason: '请核对地点' });
    await play.act('dispatcher', 'insist_dispatch', { reason: '在辖区内' });
    await play.act(S_LEAD, 'accept', { officers: S_PAIR });
    await play.act(S_LEAD, 'verify', { violation: false, facts: '未发现' });
    await play.act(S_OFFICE, 'close_without_penalty', { reason: 'not_established', explanation: '违法事实不成立' });
    return archived(play);
  },
  'summary-put-right': async (house, after) => {
    const play = await onTheScene(house, after);
    await play.act(S_LEAD, 'order_rectification', { requirement: '恢复原状', until: play.today() });
    await play.act(S_LEAD, 'check_rectification', { rectified: true, facts: '已恢复' });
    await play.act(S_OFFICE, 'close_without_penalty', {
      reason: 'first_and_slight',
      explanation: '初次且轻微',
      party: { kind: 'citizen', name: `某某${Date.now()}` },
    });
    return archived(play);
  },
  'summary-switched-then-terminated': async (house, after) => {
    const play = await onTheScene(house, after);
    await play.act(S_LEAD, 'switch_to_ordinary', { reason: '拟罚款超过限额' });
    await play.act(S_OFFICE, 'file_case', { officers: S_PAIR, ...FILING });
    await play.act(S_OFFICE, 'suspend_case', { ground: 'party_untraceable', reason: '当事人下落不明' });
    await play.act(S_OFFICE, 'resume_case', { reason: '已查明' });
    await play.act(S_OFFICE, 'terminate_case', { ground: 'death', explanation: '当事人死亡' });
    return archived(play);
  },
  'ordinary-waived-and-paid-in-parts': async (house, after) => {
    const play = await served(house, after);
    await play.act(OFFICE, 'grant_deferral', {
      until: play.daysFromNow(60),
      instalments: [
        { dueOn: play.daysFromNow(30), amount: 8_000 },
        { dueOn: play.daysFromNow(60), amount: 12_000 },
      ],
      reason: '确有经济困难',
    });
    await play.act(OFFICE, 'record_payment', { amount: 8_000, paidOn: play.today(), receipt: 'P-1' });
    await play.act(OFFICE, 'record_payment', { amount: 12_000, paidOn: play.today(), receipt: 'P-2' });
    await play.act(LEAD, 'publish_decision', { publishedOn: play.today(), where: '政府网站' });
    await play.act(OFFICE, 'close_case', { summary: '执行完毕' });
    return archived(play);
  },
  'ordinary-measure-recusal-hearing': async (house, after) => {
    const play = await filed(house, after);
    await play.act(LEAD, 'take_measure', {
      kind: 'registered_preservation',
      officers: PAIR,
      goods: '炉灶一台',
      place: '店内',
      reason: '证据可能灭失',
      emergency: true,
    });
    await play.act(OFFICE, 'approve_measure', { measureId: 'M1', approved: true, reason: '同意' });
    await play.act(LEAD, 'dispose_measure', { measureId: 'M1', disposal: 'copied_and_returned', note: '已拍照退还' });
    await play.act(LEAD, 'ask_recusal', { person: PAIR[1], asker: 'party', reason: '近亲属' });
    await play.act(OFFICE, 'decide_recusal', { recusalId: 'R1', granted: true, reason: '属实' });
    const officers = [LEAD, `officer-${YANGMA.code}-3`];
    await play.act(OFFICE, 'assign', { officers });
    await play.act(LEAD, 'collect_evidence', EVIDENCE);
    await play.act(LEAD, 'end_investigation', { officers, report: '调查终结', proposal: FINE });
    await play.act('reviewer-1', 'return_review', { requirement: '补充检测报告' });
    await play.act(LEAD, 'collect_evidence', EVIDENCE);
    await play.act(LEAD, 'end_investigation', { officers, report: '已补充', proposal: FINE });
    await play.act('reviewer-1', 'pass_review', { opinion: '同意' });
    await play.act(LEAD, 'give_notice', { facts: '告知', penalty: FINE, servedOn: play.today(), method: 'direct' });
    await play.act(LEAD, 'record_statement', { raised: true, summary: '已装净化器', waived: true });
    await play.act(LEAD, 'weigh_statement', { adopted: 'none', reasons: '检测仍超标' });
    await play.act(LEAD, 'request_hearing', { requestedOn: play.today(), reason: '要求听证' });
    const heldOn = play.daysFromNow(20);
    await play.act(OFFICE, 'give_hearing_notice', {
      servedOn: play.today(),
      method: 'direct',
      heldAt: `${heldOn}T09:30:00+08:00`,
      place: '镇政府会议室',
      chair: 'reviewer-2',
    });
    await play.passTo(new Date(`${heldOn}T12:00:00+08:00`).toISOString());
    await play.act('reviewer-2', 'record_hearing', { heldOn, attended: true, record: '听证笔录', opinion: '建议处罚' });
    await play.act(OFFICE, 'decide_penalty', { penalty: { warning: false, fine: 15_000 }, reasons: '采纳部分意见' });
    const day = play.today();
    await play.act(LEAD, 'serve_decision', { method: 'direct', servedOn: day, note: '签收', proof: '' });
    await play.act(OFFICE, 'record_payment', { amount: 15_000, paidOn: day, receipt: 'P-1' });
    await play.act(OFFICE, 'close_case', { summary: '执行完毕' });
    return archived(play);
  },
  'ordinary-appealed-unpaid-court': async (house, after) => {
    const play = await served(house, after);
    const { service } = await play.state();
    await play.passDay(service?.payBy ?? '');
    await play.act(LEAD, 'record_appeal', { kind: 'lawsuit', filedOn: play.today(), body: '崇州市人民法院' });
    await play.passDay(play.daysFromNow(40));
    await play.act(LEAD, 'end_appeal', { endedOn: play.today(), result: 'upheld', note: '维持' });
    await play.act(LEAD, 'give_demand_notice', { servedOn: play.today(), method: 'direct' });
    await play.passTo((await play.state()).demand?.waitUntil ?? '');
    await play.act(OFFICE, 'apply_to_court', { appliedOn: play.today(), court: '崇州市人民法院' });
    await play.act(LEAD, 'record_court_result', { on: play.today(), result: 'enforced', note: '执行完毕' });
    await play.act(OFFICE, 'close_case', { summary: '法院强制执行完毕' });
    return archived(play);
  },
  'ordinary-withdrawn-then-no-penalty': async (house, after) => {
    const play = await decided(house, after);
    await play.act(OFFICE, 'withdraw_decision', { reason: '适用法律错误' });
    await play.act(OFFICE, 'close_without_penalty', { reason: 'no_fault', explanation: '没有主观过错' });
    return archived(play);
  },
  'ordinary-transferred-to-the-police': async (house, after) => {
    const play = await filed(house, after);
    await play.act(LEAD, 'report_crime', { facts: '涉嫌犯罪' });
    await play.act(OFFICE, 'transfer_case', { to: 'police', body: '崇州市公安局', reason: '涉嫌犯罪' });
    await play.act(LEAD, 'send_transfer', { sentOn: play.today(), receipt: 'YS-1' });
    await play.act(OFFICE, 'close_case', { summary: '已移送' });
    return archived(play);
  },
  'bureau-discussed-with-cooperation': async (house, after) => {
    const play = new Play(house, await reportBureau(house), after);
    const penalty = { warning: false, fine: 50_000, basisAmount: 1_000_000 };
    await play.act('bureau-officer-1', 'accept', { officers: B_PAIR });
    const town = `officer-${HUAIYUAN.code}-1`;
    await play.act(town, 'answer_cooperation', { taskId: 'C1', answer: '已办' });
    await play.act('bureau-officer-1', 'verify', { violation: true, facts: '未批先建三层' });
    await play.act('bureau-officer-1', 'return_cooperation', { taskId: 'C1', reason: '没有测量数据' });
    await play.act(town, 'answer_cooperation', { taskId: 'C1', answer: '建筑面积 360 平方米' });
    await play.act('leader-1', 'file_case', { officers: B_PAIR, ...FILING });
    await play.act('leader-1', 'take_measure', {
      kind: 'seizure',
      officers: B_PAIR,
      goods: '施工机具',
      place: '工地',
      reason: '防止继续施工',
      emergency: false,
    });
    await play.act('bureau-officer-1', 'start_testing', { measureId: 'M1', subject: '结构检测', toldInWriting: true });
    await play.act('bureau-officer-1', 'end_testing', { measureId: 'M1', result: '已出报告' });
    await play.act('leader-1', 'extend_period', { clockId: 'M1', number: 30, reason: '情况复杂' });
    await play.act('bureau-officer-1', 'dispose_measure', { measureId: 'M1', disposal: 'returned', note: '退还' });
    await play.act('bureau-officer-1', 'collect_evidence', EVIDENCE);
    await play.act('bureau-officer-1', 'end_investigation', { officers: B_PAIR, report: '终结', proposal: penalty });
    await play.act('reviewer-1', 'pass_review', { opinion: '同意' });
    await play.act('leader-1', 'record_discussion', {
      heldOn: play.today(),
      participants: ['leader-1', 'leader-2'],
      record: '一致同意',
      conclusion: penalty,
    });
    await play.act('bureau-officer-1', 'give_notice', {
      facts: '告知',
      penalty,
      servedOn: play.today(),
      method: 'direct',
    });
    await play.act('bureau-officer-1', 'record_statement', { raised: false, summary: '书面放弃', waived: true });
    await play.act('bureau-officer-1', 'waive_hearing', { note: '书面放弃' });
    await play.act('leader-1', 'decide_penalty', { penalty, reasons: '集体讨论决定' });
    const day = play.today();
    await play.act('bureau-officer-1', 'serve_decision', { method: 'direct', servedOn: day, note: '签收', proof: '' });
    await play.act('bureau-officer-1', 'record_payment', { amount: 50_000, paidOn: day, receipt: 'P-1' });
    await play.act('leader-1', 'close_case', { summary: '执行完毕' });
    return archived(play);
  },
  'elevated-by-a-light-then-sent-down': async (house, after) => {
    const play = new Play(house, await reportOrdinary(house), after);
    await play.passTo(await play.escalatesAt('accept'));
    await until(async () => (await play.state()).grade === 'bureau');
    await play.act('leader-1', 'send_down', { reason: '镇街已有力量办理' });
    await play.act(LEAD, 'accept', { officers: PAIR });
    await play.act(LEAD, 'verify', { violation: false, facts: '已停业' });
    await play.act(OFFICE, 'close_without_penalty', { reason: 'not_established', explanation: '违法事实不成立' });
    return archived(play);
  },
};
