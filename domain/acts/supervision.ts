import type { ActInputs, CaseState, EventOf, UrgingKind } from '../case';
import type { Instant } from '../catalogue';
import { periodOf } from '../law';
import { BUREAU, DISPATCH_CENTRE, type OrgId } from '../people';
import type { Clock } from '../time/clock';
import { startClock } from '../time/startClock';
import type { Effects } from './effect';
import { newClock } from './enter';

/** 催办, 督办 and 超期申诉: who is asked for an answer, and what is made of a duty that was late. */
export const supervisionEffects: Effects<
  'urge' | 'supervise' | 'answer_urging' | 'check_supervision' | 'appeal_overdue' | 'judge_overdue_appeal'
> = {
  urge: (state, { input, at }) => [urged(state, 'urge', { ...input, listed: false }, at)],
  supervise: (state, { input, at }) => [urged(state, 'order', input, at)],
  answer_urging: (_state, { input: { urgingId, answer } }) => [
    { type: 'urging_answered', urgingId, answer, clocks: { set: [], stop: [urgingId] } },
  ],
  // What isn't good enough is no answer: whoever was asked has the order's time again, and the return is counted.
  check_supervision: (state, { input: { urgingId, good, opinion }, at }) => {
    const order = state.urgings.find(({ id }) => id === urgingId);
    if (order === undefined) throw new Error(`case ${state.caseId}: no order ${urgingId}`);
    const again = good
      ? []
      : [startClock(urgingId, order.period, stillThere(state, order.org), at, state.law.calendar)];
    return [{ type: 'supervision_checked', urgingId, good, opinion, clocks: { set: again, stop: [] } }];
  },
  appeal_overdue: (state, { input: { overdueId, reason }, at }) => [
    {
      type: 'overdue_appealed',
      overdueId,
      reason,
      clocks: { set: [newClock(state, overdueId, 'overdue_appeal', BUREAU, at)], stop: [] },
    },
  ],
  judge_overdue_appeal: (_state, { input: { overdueId, granted, reason } }) => [
    { type: 'overdue_judged', overdueId, granted, reason, clocks: { set: [], stop: [overdueId] } },
  ],
};

/** Whoever owes the duty that is named, or has the case, is asked for an answer; it is a duty of its own, with its clock. */
function urged(
  state: CaseState,
  kind: UrgingKind,
  { clockId, requirement, within, listed }: ActInputs['supervise'],
  at: Instant,
): EventOf<'urged'> {
  const of = kind === 'urge' ? 'U' : 'D';
  const urgingId = `${of}${state.urgings.filter((one) => one.kind === kind).length + 1}`;
  const usual = periodOf(state.law, kind === 'urge' ? 'urging' : 'supervision');
  const period = within === null ? usual : { ...usual, span: within };
  const org = (clockId === null ? undefined : state.clocks[clockId]?.owner) ?? state.owner;
  const clock: Clock = startClock(urgingId, period, org, at, state.law.calendar);
  return {
    type: 'urged',
    urgingId,
    kind,
    listed,
    clockId,
    requirement,
    period,
    dueAt: clock.dueAt,
    clocks: { set: [clock], stop: [] },
  };
}

/** Whoever answered answers again, unless the case has left them: then whoever has it. */
function stillThere({ owner, town, cooperation }: CaseState, org: OrgId): OrgId {
  const there = [town, BUREAU, DISPATCH_CENTRE, ...cooperation.map((task) => task.town)];
  return there.includes(org) ? org : owner;
}
