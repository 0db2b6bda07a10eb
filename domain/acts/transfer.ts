import type { Effects } from './effect';
import { clocksOfTheMatter, enter, newClock, running } from './enter';
import { CASE_CLOCK } from './investigation';

export const CRIME_CLOCK = 'crime_transfer_decision';
export const TRANSFER_CLOCK = 'crime_transfer';

/** 行政处罚法 27: suspected crime goes to the police; what belongs to another authority goes there. */
export const transferEffects: Effects<
  'report_crime' | 'dismiss_crime_report' | 'transfer_case' | 'send_transfer' | 'take_back_transfer'
> = {
  report_crime: (state, { input: { facts }, at }) => [
    {
      type: 'crime_reported',
      facts,
      clocks: { set: [newClock(state, CRIME_CLOCK, 'crime_transfer_decision', state.owner, at)], stop: [] },
    },
  ],
  dismiss_crime_report: (state, { input: { reason } }) => [
    { type: 'crime_report_dismissed', reason, clocks: { set: [], stop: running(state, CRIME_CLOCK) } },
  ],
  transfer_case: (state, { input: { to, body, reason }, at }) => [
    {
      type: 'transfer_decided',
      to,
      body,
      reason,
      clocks: {
        set: to === 'police' ? [newClock(state, TRANSFER_CLOCK, 'crime_transfer', state.owner, at)] : [],
        stop: clocksOfTheMatter(state),
      },
    },
    enter(state, 'close', state.owner, at),
  ],
  send_transfer: (state, { input: { sentOn, receipt } }) => [
    { type: 'transfer_sent', sentOn, receipt, clocks: { set: [], stop: running(state, TRANSFER_CLOCK) } },
  ],
  // The other body sent it back: it goes on where a decision about it can be made.
  take_back_transfer: (state, { input: { reason }, at }) => {
    const again = state.filedAt === null ? [] : [newClock(state, CASE_CLOCK, 'ordinary_case', state.owner, at)];
    const stage = state.filedAt !== null ? 'investigation' : state.verification !== null ? 'file' : 'verify';
    return [
      { type: 'transfer_taken_back', reason, clocks: { set: again, stop: running(state, TRANSFER_CLOCK) } },
      enter(state, stage, state.owner, at),
    ];
  },
};
