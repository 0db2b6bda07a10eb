import type { ActInputs, CaseState, Penalty } from '../../../domain/case';
import type { Instant } from '../../../domain/catalogue';
import { addDays, lawDateOf } from '../../../domain/time/lawDate';
import { owed } from '../../../domain/yuan';
import { pair } from './people';

export const OTHER_TOWN = '510184104';

/** What a party of this case may be fined, whatever the item: within its range, and never above what was noticed. */
export function lawfulPenalty(state: CaseState): Penalty {
  if (state.notice !== null) return state.notice.penalty;
  if (state.proposal !== null) return state.proposal;
  if (state.item.fineBasis === 'none') return { warning: true, fine: 0 };
  if (state.procedure.id === 'summary') return { warning: true, fine: 100 };
  const range = state.party?.kind === 'citizen' ? state.item.fineCitizen : state.item.fineOrganisation;
  if (state.item.fineBasis !== 'fixed') return { warning: false, fine: 20_000 };
  return range.max === null ? { warning: true, fine: 0 } : { warning: false, fine: Math.min(20_000, range.max) };
}

/** A lawful input for every act, as the case stands: tests change the one thing that they are about. */
export function inputsFor(state: CaseState, at: Instant): ActInputs {
  const today = lawDateOf(at);
  const officers = pair(state);
  const penalty = lawfulPenalty(state);
  return {
    accept: { officers },
    return_dispatch: { reason: '不在本辖区' },
    redispatch: { town: OTHER_TOWN, reason: '在邻镇辖区' },
    insist_dispatch: { reason: '现场确在辖区内' },
    assign: { officers },
    verify: { violation: true, facts: '现场核实' },
    order_rectification: { requirement: '立即改正', until: addDays(today, 3) },
    check_rectification: { rectified: true, facts: '已改正' },
    close_without_penalty: { reason: 'not_established', explanation: '违法事实不成立' },
    switch_to_ordinary: { reason: '拟罚款超过当场处罚限额' },
    file_case: { officers, party: { personId: 'P-1', kind: 'organisation' }, reason: '涉嫌违法' },
    collect_evidence: {
      sha256: 'a'.repeat(64),
      kind: 'scene_record',
      storeKey: 'evidence/1',
      description: '现场照片',
      takenAt: at,
      place: '现场',
    },
    end_investigation: { officers, report: '调查终结', proposal: penalty },
    pass_review: { opinion: '同意' },
    return_review: { requirement: '补充证据' },
    disagree_review: { reasons: '定性不当' },
    elevate: { reason: '案情重大' },
    request_cooperation: { town: OTHER_TOWN, requirement: '协助测量' },
    answer_cooperation: {
      taskId: state.cooperation.find((task) => task.answer === null)?.id ?? 'C1',
      answer: '已协助完成',
    },
    decide_on_spot: {
      officers,
      party: { personId: 'P-1', kind: 'citizen' },
      facts: '刻划保护标志',
      certificatesShown: true,
      statementHeard: true,
      penalty,
      collectedOnSpot: true,
    },
    give_notice: { facts: '告知事实、理由、依据', penalty },
    record_statement: { raised: false, summary: '放弃陈述申辩' },
    decide_penalty: { penalty, reasons: '事实清楚，证据确凿' },
    serve_decision: { method: 'direct', servedOn: today, note: '本人签收' },
    record_payment: { amount: owed(state), paidOn: today, receipt: 'R-1' },
    close_case: { summary: '执行完毕' },
    join_report: { clueId: `clue-${state.clueIds.length + 1}`, channel: 'hotline_12345' },
    lapse_deadline: {},
    archive_case: { events: state.seq, head: 'f'.repeat(64) },
  };
}
