import type { ActName, CaseState, Stage } from '../../../domain/case';
import { addDays, endOf, startOf } from '../../../domain/time/lawDate';
import { remediesUntil } from './inputs';
import { BUREAU, DISPATCH_CENTRE, type Actor } from '../../../domain/people';
import {
  anyLeader,
  bureauOfficer,
  decider,
  dispatcher,
  freeReviewer,
  handler,
  office,
  officer,
  supervisor,
} from './people';
import { nextOnRoad, type OnRoad } from './road';

/** Lawful acts beside the shortest road: goods held, a hearing asked for, a fine not paid, a decision withdrawn. */
export function detoursFrom(state: CaseState): readonly OnRoad[] {
  const by = handler(state);
  const head = decider(state);
  const open = state.measures.find(({ disposal }) => disposal === null);
  const has = (...stages: readonly Stage[]) => stages.includes(state.stage);
  const urged = ofOrg(state.clocks[state.urgings.findLast(({ open: waits }) => waits)?.id ?? '']?.owner ?? null, state);
  const late = ofOrg(state.overdue.find(({ appeal }) => appeal === null)?.org ?? null, state);
  const detours: (OnRoad | false)[] = [
    has('accept') && { act: 'return_dispatch', by: office(state.town) },
    has('dispatch') && { act: 'redispatch', by: dispatcher },
    has('accept') && { act: 'request_elevation', by: head },
    has('accept', 'verify', 'file', 'investigation') && { act: 'dispute_jurisdiction', by: head },
    has('verify', 'file', 'investigation') && { act: 'take_measure', by },
    has('verify', 'file', 'investigation') && { act: 'order_rectification', by },
    has('investigation') && { act: 'record_inquiry', by },
    has('investigation') && { act: 'record_scene', by },
    has('verify', 'investigation', 'decision', 'service') && { act: 'ask_recusal', by: head },
    has('verify', 'investigation', 'decision', 'service') && { act: 'suspend_case', by: head },
    has('investigation', 'decision') && { act: 'report_crime', by },
    has('investigation', 'decision') && { act: 'transfer_case', by: head },
    has('investigation', 'service', 'performance') && state.grade === 'bureau' && { act: 'request_cooperation', by },
    has('investigation', 'decision', 'service') && state.grade !== 'bureau' && { act: 'elevate', by: anyLeader(state) },
    has('verify', 'file', 'investigation') && state.elevatedAt !== null && { act: 'send_down', by: head },
    open !== undefined && !open.approved && { act: 'approve_measure', by: head },
    open !== undefined && open.kind === 'seizure' && !open.testing && { act: 'start_testing', by },
    open !== undefined && open.testing && { act: 'end_testing', by },
    open !== undefined && open.testing && { act: 'end_testing', by },
    ...reviewed(state),
    ...hearingOf(state),
    ...hearingOf(state),
    has('decision') && { act: 'record_statement', by, input: { raised: true, summary: '有异议', waived: false } },
    has('decision') && { act: 'give_notice', by },
    has('service') && state.announcedOn === null && { act: 'announce_service', by },
    state.announcedOn !== null &&
      has('service') && {
        act: 'serve_decision',
        by,
        input: { method: 'public_notice' },
        from: startOf(addDays(state.announcedOn, 40)),
      },
    has('performance', 'close') && { act: 'publish_decision', by },
    has('service', 'performance', 'close') && { act: 'withdraw_decision', by: head },
    has('close') && { act: 'take_back_transfer', by: head },
    has('performance', 'close') && { act: 'record_appeal', by },
    has('performance', 'close') && { act: 'end_appeal', by },
    // Rare by chance, and where the law is densest.
    ...unpaid(state),
    ...unpaid(state),
    ...unpaid(state),
    { act: 'urge', by: supervisor },
    { act: 'supervise', by: anyLeader(state), input: { listed: true } },
    urged !== null && { act: 'answer_urging', by: urged },
    { act: 'check_supervision', by: supervisor, input: { good: state.seq % 2 === 0 } },
    late !== null && { act: 'appeal_overdue', by: late },
    { act: 'judge_overdue_appeal', by: supervisor, input: { granted: state.seq % 2 === 0 } },
    state.grade !== 'bureau' && has('verify', 'investigation', 'service', 'performance') && { act: 'ask_guidance', by },
    state.guidance.some((one) => one.open) && { act: 'answer_guidance', by: bureauOfficer() },
    { act: 'return_cooperation', by },
    { act: 'answer_cooperation', by: officer(state.cooperation.find((task) => task.open)?.town ?? state.town) },
    { act: 'extend_period', by: head },
  ];
  return detours.filter((detour) => detour !== false);
}

/** A reviewer who does anything but pass it. */
function reviewed(state: CaseState): readonly OnRoad[] {
  if (state.stage !== 'review') return [];
  const by = freeReviewer(state);
  return (['return_review', 'correct_review', 'disagree_review', 'decline_review'] as const).map((act) => ({
    act,
    by,
  }));
}

/** Somebody who answers for an organisation. */
function ofOrg(org: string | null, state: CaseState): Actor | null {
  if (org === null) return null;
  if (org === DISPATCH_CENTRE) return dispatcher;
  return org === BUREAU ? anyLeader(state) : office(org);
}

function hearingOf(state: CaseState): readonly OnRoad[] {
  const notice = state.notices.at(-1);
  if (state.stage !== 'decision' || notice === undefined || notice.hearingUntil === null) return [];
  const waive: OnRoad = { act: 'waive_hearing', by: handler(state) };
  if (state.hearing.requestedOn === null) return [{ act: 'request_hearing', by: handler(state) }, waive];
  const next = nextOnRoad(state);
  return next === null ? [waive] : [next, next, waive];
}

/** What the agency does about a fine that nobody pays. */
function unpaid(state: CaseState): readonly OnRoad[] {
  const { service, demand, court } = state;
  if (state.stage !== 'performance' || service === null) return [];
  const head = decider(state);
  const act = (name: ActName, from: string | null = null): OnRoad => ({ act: name, by: head, from });
  const late = endOf(state.deferredUntil ?? service.payBy);
  if (court !== null && court.result === null) return [act('record_court_result')];
  if (demand === null) return [act('give_demand_notice', late), act('grant_deferral'), act('waive_late_fine', late)];
  const over = endOf(remediesUntil(state));
  return remediesUntil(state) === '9999-12-31'
    ? [act('end_appeal')]
    : [act('apply_to_court', over > demand.waitUntil ? over : demand.waitUntil)];
}
