import type { CaseState, EventOf } from '../case';
import type { LawDate } from '../catalogue';
import { APPEAL_LABELS, APPEAL_RESULT_LABELS, SERVICE_LABELS } from '../labels';
import { owedBy, principalOwed } from '../owed';
import { addYuan } from '../yuan';
import { chineseAmount } from './chineseAmount';
import type { PaperFields } from './paperFields';
import {
  address,
  dateOrMissing,
  lastDay,
  names,
  NO_NUMBER,
  officers,
  party,
  partyFields,
  penaltyRows,
  periodText,
  remediesFields,
  type Scene,
} from './shared';
import { chineseDate, yuanText } from './words';

const UNSERVED = '决定书尚未送达';
const NOTHING_ON_FILE = { missing: '没有尚待履行的处罚决定' } as const;

export interface Served {
  readonly label: string;
  readonly number: string;
}

/** One receipt for each paper whose service is on file. */
export function serviceReceipt(
  event:
    EventOf<'notice_given'> | EventOf<'hearing_noticed'> | EventOf<'decision_served'> | EventOf<'demand_notice_given'>,
  served: Served | null,
  scene: Scene,
): PaperFields<'service_receipt'> {
  return {
    当事人: party(scene),
    送达文书: served?.label ?? NO_NUMBER,
    送达字号: served?.number ?? NO_NUMBER,
    送达方式: SERVICE_LABELS[event.method],
    送达日期: chineseDate(event.servedOn),
    送达人: names([scene.actor]),
    送达情况: event.type === 'decision_served' && event.note !== '' ? event.note : null,
    送达证明: event.type === 'decision_served' && event.proof !== '' ? event.proof : null,
  };
}

/** What was owed at the end of a day: principal, late fine, both together. Absent where only something is to be done. */
function owedFields(state: CaseState, day: LawDate) {
  const total = owedBy(state, day);
  const others = state.performedOn === null ? (state.decision?.penalty.others ?? []) : [];
  const 其他义务 = others.length === 0 ? null : others.join('、');
  if (total === 0) return { 欠缴本金: null, 加处罚款: null, 应缴合计: null, 应缴合计大写: null, 其他义务 };
  const principal = principalOwed(state);
  const late = addYuan(total, -principal);
  return {
    欠缴本金: yuanText(principal),
    加处罚款: late > 0 ? yuanText(late) : null,
    应缴合计: yuanText(total),
    应缴合计大写: chineseAmount(total),
    其他义务,
  };
}

export function demandNotice(event: EventOf<'demand_notice_given'>, scene: Scene): PaperFields<'demand_notice'> {
  const { state } = scene;
  return {
    当事人: party(scene),
    ...officers(state.assignees),
    ...owedFields(state, event.servedOn),
    ...decisionFields(scene),
    催告期限: periodText(scene, 'demand_notice'),
    催告最后一日: lastDay(event.waitUntil),
  };
}

export function courtApplication(event: EventOf<'court_applied'>, scene: Scene): PaperFields<'court_application'> {
  const { state, trail } = scene;
  return {
    ...partyFields(scene),
    ...officers(state.assignees),
    ...owedFields(state, event.appliedOn),
    ...decisionFields(scene),
    当事人住址: address(scene),
    申请法院: event.court,
    处罚: state.decision === null ? [] : penaltyRows(state.decision.penalty),
    催告字号: trail.demand?.number ?? NO_NUMBER,
    催告日期: dateOrMissing(trail.demand?.date ?? null, NO_NUMBER.missing),
    救济情况: appealsText(state),
    申请日期: chineseDate(event.appliedOn),
  };
}

function decisionFields({ state, trail }: Scene) {
  const { decision } = trail;
  return {
    决定字号: decision?.number ?? NOTHING_ON_FILE,
    决定日期: dateOrMissing(decision?.date ?? null, NOTHING_ON_FILE.missing),
    决定送达日期: dateOrMissing(state.service?.servedOn ?? null, UNSERVED),
    履行最后一日: dateOrMissing(state.deferredUntil ?? state.service?.payBy ?? null, UNSERVED),
  };
}

function appealsText({ appeals }: CaseState): string {
  if (appeals.length === 0) return '被申请人在法定期限内未申请行政复议，也未提起行政诉讼';
  return appeals
    .map(({ kind, filedOn, endedOn, result }) => {
      const began = `被申请人于${chineseDate(filedOn)}提起${APPEAL_LABELS[kind]}`;
      return endedOn === null || result === null
        ? began
        : `${began}，已于${chineseDate(endedOn)}终结，结果为${APPEAL_RESULT_LABELS[result]}`;
    })
    .join('；');
}

/** 行政处罚法 66: put off, or paid in parts. */
export function deferralDecision(event: EventOf<'deferral_granted'>, scene: Scene): PaperFields<'deferral_decision'> {
  const { state, trail, actor } = scene;
  return {
    当事人: party(scene),
    ...officers(state.assignees),
    决定字号: trail.decision?.number ?? NO_NUMBER,
    决定日期: trail.decision === null ? NO_NUMBER : chineseDate(trail.decision.date),
    批准理由: event.reason,
    延期至: chineseDate(event.until),
    分期: event.instalments.map(({ dueOn, amount }, index) => ({
      序号: String(index + 1),
      缴款最后一日: chineseDate(dueOn),
      金额: yuanText(amount),
    })),
    审批人: names([actor]),
  };
}

/** 行政处罚法 75: the agency puts its own error right. */
export function withdrawalDecision(
  event: EventOf<'decision_withdrawn'>,
  scene: Scene,
): PaperFields<'withdrawal_decision'> {
  const { decision } = scene.trail;
  return {
    ...partyFields(scene),
    ...remediesFields(scene),
    决定字号: decision?.number ?? NO_NUMBER,
    决定日期: decision === null ? NO_NUMBER : chineseDate(decision.date),
    撤销理由: event.reason,
  };
}
