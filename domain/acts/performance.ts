import { ARTICLES } from '../articles';
import type { CaseEvent, CaseState } from '../case';
import type { Instant, LawDate } from '../catalogue';
import { periodOf } from '../law';
import { isPerformed, lastPayment } from '../owed';
import { isPaused, standingPause, type Clock } from '../time/clock';
import { pauseClock } from '../time/pauseClock';
import { resumeClock } from '../time/resumeClock';
import { lawDateOf, startOf } from '../time/lawDate';
import { reckon } from '../time/reckon';
import { daysBetween } from '../time/stops';
import { courtClock, COURT_CLOCK } from './decision';
import type { Effects } from './effect';
import { enter, newClock, running, stillSuspended } from './enter';

const PERFORMANCE_CLOCK = 'performance';

export const performanceEffects: Effects<
  | 'record_payment'
  | 'record_performance'
  | 'grant_deferral'
  | 'waive_late_fine'
  | 'record_appeal'
  | 'end_appeal'
  | 'give_demand_notice'
  | 'apply_to_court'
  | 'record_court_result'
> = {
  record_payment: (state, { input: { amount, paidOn, receipt }, at }) => {
    const event: CaseEvent = { type: 'payment_recorded', amount, paidOn, receipt };
    const after = { ...state, payments: [...state.payments, { amount, paidOn }] };
    return [event, ...closeIfPerformed(state, after, lastPayment(after), at)];
  },
  record_performance: (state, { input: { performedOn, description }, at }) => {
    const event: CaseEvent = { type: 'performance_recorded', performedOn, description };
    return [event, ...closeIfPerformed(state, { ...state, performedOn }, lawDateOf(at), at)];
  },
  grant_deferral: (state, { input, at }) => [
    { type: 'deferral_granted', ...input, clocks: { set: [deferred(state, input.until, at)], stop: [] } },
  ],
  waive_late_fine: (state, { input: { reason }, at }) => [
    { type: 'late_fine_waived', reason },
    ...closeIfPerformed(state, { ...state, lateFineWaived: true }, lawDateOf(at), at),
  ],
  // 行政处罚法 73: neither stops the decision; only the late fine stands still, and the court waits for their end.
  record_appeal: (state, { input: { kind, filedOn, body }, at }) => {
    // The late fine of the days since is not counted: what was paid may now be all.
    const appeals = [...state.appeals, { kind, filedOn, endedOn: null, result: null }];
    return [
      { type: 'appeal_recorded', kind, filedOn, body, clocks: { set: [], stop: running(state, COURT_CLOCK) } },
      ...(state.stage === 'performance' ? closeIfPerformed(state, { ...state, appeals }, lawDateOf(at), at) : []),
    ];
  },
  end_appeal: (state, { input: { endedOn, result, note } }) => {
    const appeals = state.appeals.map((appeal) => (appeal.endedOn === null ? { ...appeal, endedOn, result } : appeal));
    const open = state.stage === 'performance' && (state.court === null || state.court.result === 'refused');
    return [
      {
        type: 'appeal_ended',
        endedOn,
        result,
        note,
        clocks: { set: open ? courtClock({ ...state, appeals }) : [], stop: [] },
      },
    ];
  },
  give_demand_notice: (state, { input: { servedOn, method } }) => {
    const { span, rollsForward } = periodOf(state.law, 'demand_notice');
    const waitUntil = reckon(startOf(servedOn), span, state.law.calendar, rollsForward).dueAt;
    return [{ type: 'demand_notice_given', servedOn, method, waitUntil }];
  },
  apply_to_court: (state, { input: { appliedOn, court }, at }) => {
    const clock = state.clocks[PERFORMANCE_CLOCK];
    const held =
      clock === undefined || isPaused(clock)
        ? []
        : [pauseClock(clock, { at, reason: '已申请人民法院强制执行', article: ARTICLES.courtApplication })];
    return [{ type: 'court_applied', appliedOn, court, clocks: { set: held, stop: running(state, COURT_CLOCK) } }];
  },
  record_court_result: (state, { input: { on, result, note }, at }) => {
    const clock = state.clocks[PERFORMANCE_CLOCK];
    const again =
      clock !== undefined && isPaused(clock)
        ? [stillSuspended(state, resumeClock(clock, at, state.law.calendar), at)]
        : [];
    switch (result) {
      case 'refused':
        return [
          {
            type: 'court_result_recorded',
            on,
            result,
            note,
            clocks: { set: [...again, ...courtClock(state)], stop: [] },
          },
        ];
      case 'enforced':
      case 'ended':
        return [
          { type: 'court_result_recorded', on, result, note, clocks: { set: [], stop: [] } },
          enter(state, 'close', state.owner, at),
        ];
    }
  },
};

/** Paid and done: the case goes on to its close, and nobody has to go to court any more. */
function closeIfPerformed(before: CaseState, after: CaseState, day: LawDate, at: Instant): readonly CaseEvent[] {
  if (!isPerformed(after, day)) return [];
  const entered = enter(before, 'close', before.owner, at);
  const stop = [...entered.clocks.stop, ...running(before, COURT_CLOCK)];
  return [{ ...entered, clocks: { ...entered.clocks, stop } }];
}

/** The time to pay ends with the day that was granted (行政处罚法 66): a period of so many days from service. */
function deferred(state: CaseState, until: LawDate, at: Instant): Clock {
  const servedOn = state.service?.servedOn;
  if (servedOn === undefined) throw new Error(`case ${state.caseId}: a deferral before service`);
  const span = { number: daysBetween(servedOn, until), unit: 'calendar_day' as const };
  const period = { ...periodOf(state.law, 'payment'), span };
  const law = { ...state.law, periods: { ...state.law.periods, payment: { ...period, rollsForward: false } } };
  const clock = newClock({ law }, PERFORMANCE_CLOCK, 'payment', state.owner, startOf(servedOn));
  const before = state.clocks[PERFORMANCE_CLOCK];
  const waiting = before === undefined ? null : standingPause(before);
  return waiting === null ? clock : pauseClock(clock, { ...waiting, at });
}
