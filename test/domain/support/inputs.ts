import { gateDue } from '../../../domain/gates';
import type { ActInputs, CaseState, Penalty } from '../../../domain/case';
import type { Instant } from '../../../domain/catalogue';
import { courtWindow } from '../../../domain/court';
import { owedBy, principalOwed } from '../../../domain/owed';
import { NO_PENALTY } from '../../../domain/penalty';
import { earliestHearing } from '../../../domain/procedures/guards/hearing';
import { isPaused } from '../../../domain/time/clock';
import { addDays, lawDateOf } from '../../../domain/time/lawDate';
import { atNine } from './atNine';
import { decider, freeChair, handler, pair } from './people';

export const OTHER_TOWN = '510184104';

export const fine = (amount: number, more: Partial<Penalty> = {}): Penalty => ({
  ...NO_PENALTY,
  fine: amount,
  ...more,
});
export const WARNING: Penalty = { ...NO_PENALTY, warning: true };

/** What a party of this case may be fined, whatever the item: within its range, and never above what was noticed. */
export function lawfulPenalty(state: CaseState): Penalty {
  const noticed = state.notices.at(-1)?.penalty;
  const answered = state.notices.findLast((notice) => notice.answered)?.penalty;
  if (answered !== undefined && state.stage === 'notice' && !reviewCoversIt(state, answered)) return WARNING;
  if (answered !== undefined && state.stage !== 'decision') return answered;
  if (state.stage === 'decision' && noticed !== undefined) return noticed;
  if (state.discussion !== null) return state.discussion.conclusion;
  if (state.proposal !== null && state.stage !== 'investigation') return state.proposal;
  return noticed ?? fresh(state);
}

/** What owes a review that the last investigation did not have is not noticed; a warning owes none in a town’s case. */
function reviewCoversIt(state: CaseState, penalty: Penalty): boolean {
  return state.reviews.at(-1)?.verdict === 'pass' || gateDue(state, 'legal_review', penalty) === null;
}

function fresh({ item, procedure, party }: CaseState): Penalty {
  if (item.fineBasis === 'none') return WARNING;
  if (procedure.id === 'summary') return fine(100, { warning: true });
  const range = party?.kind === 'citizen' ? item.fineCitizen : item.fineOrganisation;
  if (item.fineBasis !== 'fixed') return fine(20_000, { basisAmount: 400_000 });
  return range.max === null ? WARNING : fine(Math.min(20_000, range.max));
}

/** A lawful input for every act, as the case stands: tests change the one thing that they are about. */
export function inputsFor(state: CaseState, at: Instant): ActInputs {
  const today = lawDateOf(at);
  const officers = pair(state);
  const penalty = lawfulPenalty(state);
  const measureId = state.measures.find(({ disposal }) => disposal === null)?.id ?? 'M1';
  const from = state.updatedAt < at ? state.updatedAt : at;
  const hearing = state.hearing.notice;
  const owing = state.decision === null ? 0 : owedBy(state, today);
  return {
    accept: { officers },
    return_dispatch: { reason: '不在本辖区' },
    redispatch: { town: OTHER_TOWN, reason: '在邻镇辖区' },
    insist_dispatch: { reason: '现场确在辖区内' },
    assign: { officers },
    join_report: { clueId: `clue-${state.clueIds.length + 1}`, channel: 'hotline_12345' },
    split_report: { clueId: state.clueIds.at(-1) ?? '', reason: '不是同一件事' },
    merge_case: { into: { caseId: 'CZ2025-000001', openedAt: before(state), closed: false }, reason: '同一件事' },

    verify: { violation: true, facts: '现场核实' },
    order_rectification: { requirement: '立即改正', until: addDays(today, 3) },
    check_rectification: { rectified: true, facts: '已改正' },
    file_case: {
      officers,
      // In a town's own case a citizen: there 20,000 yuan owe a hearing.
      party: { personId: 'P-1', kind: state.grade === 'town' ? 'citizen' : 'organisation', addressKnown: true },
      reason: '涉嫌违法',
      committedOn: null,
      harm: false,
    },
    switch_to_ordinary: { reason: '拟罚款超过当场处罚限额' },
    collect_evidence: {
      sha256: 'a'.repeat(64),
      kind: 'scene_record',
      storeKey: 'evidence/1',
      description: '现场照片',
      takenAt: at,
      place: '现场',
    },
    record_inquiry: {
      officers,
      subject: 'party',
      certificatesShown: true,
      place: '现场',
      from,
      until: at,
      record: '询问笔录',
    },
    record_scene: { officers, place: '现场', from, until: at, partyPresent: true, record: '现场笔录' },
    ask_recusal: { person: handler(state, 2), asker: 'party', reason: '与当事人有亲属关系' },
    decide_recusal: {
      recusalId: state.recusals.find(({ granted }) => granted === null)?.id ?? 'R1',
      granted: true,
      reason: '情况属实',
    },
    take_measure: {
      kind: 'seizure',
      officers,
      goods: '工具一套',
      place: '现场',
      reason: '防止证据灭失',
      emergency: true,
    },
    approve_measure: {
      measureId: state.measures.find(({ approved, disposal }) => !approved && disposal === null)?.id ?? measureId,
      approved: true,
      reason: '同意',
    },
    start_testing: {
      measureId:
        state.measures.find(({ kind, testing, disposal }) => kind === 'seizure' && !testing && disposal === null)?.id ??
        measureId,
      subject: '材质检测',
      toldInWriting: true,
    },
    end_testing: { measureId: state.measures.find(({ testing }) => testing)?.id ?? measureId, result: '检测完毕' },
    dispose_measure: { measureId, disposal: 'returned', note: '退还当事人' },
    end_investigation: { officers, report: '调查终结', proposal: penalty },

    pass_review: { opinion: '同意' },
    return_review: { requirement: '补充证据' },
    disagree_review: { reasons: '定性不当' },
    correct_review: { correction: '适用法律条款有误' },
    decline_review: { body: '市生态环境局', reasons: '不属本机关管辖' },
    record_discussion: {
      heldOn: today,
      participants: [decider(state, 1), decider(state, 2)],
      record: '集体讨论笔录',
      conclusion: penalty,
    },

    give_notice: { facts: '告知事实、理由、依据', penalty, servedOn: today, method: 'direct' },
    record_statement: { raised: false, summary: '放弃陈述申辩', waived: true },
    weigh_statement: { adopted: 'none', reasons: '理由不成立' },
    request_hearing: { requestedOn: today, reason: '要求听证' },
    complete_party: { party: { personId: 'P-1', kind: state.party?.kind ?? 'citizen', addressKnown: true } },
    waive_hearing: { note: '当事人书面放弃听证' },
    give_hearing_notice: {
      servedOn: today,
      method: 'direct',
      heldAt: atNine(earliestHearing(state, today)),
      place: '会议室',
      chair: freeChair(state),
    },
    record_hearing: {
      heldOn: hearing === null || lawDateOf(hearing.heldAt) > today ? today : lawDateOf(hearing.heldAt),
      attended: true,
      record: '听证笔录',
      opinion: '建议维持',
    },

    decide_on_spot: {
      officers,
      party: { personId: 'P-1', kind: 'citizen', addressKnown: true },
      place: '街子古镇',
      facts: '刻划保护标志',
      certificatesShown: true,
      statementHeard: true,
      penalty,
      collection: penalty.fine > 0 ? 'small_fine' : null,
    },
    report_for_record: { reportedOn: today },
    hand_in_fine: { handedInOn: today, receipt: 'H-1' },
    bank_fine: { bankedOn: today, receipt: 'B-1' },
    decide_penalty: { penalty, reasons: '事实清楚，证据确凿' },
    announce_service: { announcedOn: today, where: '市政府网站' },
    serve_decision: { method: 'direct', servedOn: today, note: '本人签收', proof: '' },
    publish_decision: { publishedOn: today, where: '市政府网站' },
    withdraw_publication: { withdrawnOn: today },
    withdraw_decision: { reason: '认定事实有误' },

    record_payment: { amount: owing, paidOn: today, receipt: 'R-1' },
    record_performance: { performedOn: today, description: '已履行' },
    grant_deferral: {
      until: addDays(today, 30),
      instalments: state.decision === null ? [] : [{ dueOn: addDays(today, 30), amount: principalOwed(state) }],
      reason: '经济困难',
    },
    waive_late_fine: { reason: '已履行主要义务' },
    record_appeal: { kind: 'reconsideration', filedOn: today, body: '市人民政府' },
    end_appeal: { endedOn: today, result: 'upheld', note: '维持' },
    give_demand_notice: { servedOn: today, method: 'direct' },
    apply_to_court: { appliedOn: today, court: '市人民法院' },
    record_court_result: { on: today, result: 'enforced', note: '执行完毕' },

    extend_period: { clockId: extendable(state), number: 5, reason: '案情复杂' },
    suspend_case: { ground: 'awaiting_judgment', reason: '须以另案审理结果为依据' },
    resume_case: { reason: '中止原因消除' },
    change_law: {
      law: {
        catalogueVersion: `${state.law.catalogueVersion}+`,
        periods: state.law.periods,
        ladder: state.law.ladder,
        // Tomorrow is announced as a holiday.
        calendar: {
          ...state.law.calendar,
          version: `${state.law.calendar.version}+`,
          exceptions: { ...state.law.calendar.exceptions, [addDays(today, 1)]: { work: false, name: '临时放假' } },
        },
      },
      reason: '节假日安排公布',
    },

    urge: { clockId: null, requirement: '请说明进展', within: null },
    supervise: { clockId: null, requirement: '请限期办理', within: { number: 8, unit: 'working_hour' }, listed: false },
    answer_urging: { urgingId: state.urgings.findLast(({ open }) => open)?.id ?? 'U1', answer: '已安排办理' },
    check_supervision: {
      urgingId:
        state.urgings.find(
          ({ kind, open, answer, checked }) => kind === 'order' && !open && answer !== null && !checked,
        )?.id ?? 'D1',
      good: true,
      opinion: '属实',
    },
    appeal_overdue: { overdueId: state.overdue.find(({ appeal }) => appeal === null)?.id ?? 'O1', reason: '系统停机' },
    judge_overdue_appeal: {
      overdueId: state.overdue.find(({ appeal }) => appeal !== null && appeal.judgement === null)?.id ?? 'O1',
      granted: true,
      reason: '属实',
    },

    request_elevation: { reason: '案情重大' },
    refuse_elevation: { reason: '镇街可以办理' },
    elevate: { reason: '案情重大' },
    send_down: { reason: '案情已经查明' },
    request_cooperation: { town: OTHER_TOWN, requirement: '协助测量' },
    answer_cooperation: { taskId: state.cooperation.find(({ open }) => open)?.id ?? 'C1', answer: '已协助完成' },
    return_cooperation: {
      taskId: state.cooperation.find(({ open, answer }) => !open && answer !== null)?.id ?? 'C1',
      reason: '答复不完整',
    },
    ask_guidance: { question: '能否适用简易程序' },
    answer_guidance: { guidanceId: state.guidance.find(({ open }) => open)?.id ?? 'G1', answer: '可以适用' },
    dispute_jurisdiction: { with: OTHER_TOWN, reason: '地点在两镇交界' },
    decide_jurisdiction: { town: state.town, reason: '违法行为发生在该镇' },
    report_crime: { facts: '涉嫌非法占用农用地' },
    dismiss_crime_report: { reason: '未达追诉标准' },
    transfer_case: {
      to: state.crimeReported ? 'police' : 'authority',
      body: state.crimeReported ? '市公安局' : '市生态环境局',
      reason: '不属本机关管辖',
    },
    send_transfer: { sentOn: today, receipt: 'T-1' },
    take_back_transfer: { reason: '受移送机关退回' },

    close_without_penalty: { reason: 'not_established', explanation: '违法事实不成立' },
    terminate_case: { ground: 'death', explanation: '当事人死亡' },
    close_case: { summary: '执行完毕' },
    lapse_deadline: {},
    archive_case: { events: state.seq, head: 'f'.repeat(64) },
  };
}

/** The last day of the remedies, after which the court may be asked. */
export const remediesUntil = (state: CaseState): string => courtWindow(state)?.remediesUntil ?? '9999-12-31';

function extendable(state: CaseState): string {
  const found = Object.values(state.clocks).find((clock) => {
    const limit = state.law.extensions[clock.period];
    return limit !== undefined && !isPaused(clock) && clock.extensions.length < limit.times;
  });
  return found?.id ?? state.stage;
}

const before = ({ openedAt }: CaseState): Instant => new Date(Date.parse(openedAt) - 3_600_000).toISOString();
