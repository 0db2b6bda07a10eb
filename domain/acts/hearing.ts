import { gateDue } from '../gates';
import { periodOf } from '../law';
import { startOf } from '../time/lawDate';
import { reckon } from '../time/reckon';
import type { Effects } from './effect';
import { enter, newClock, running } from './enter';

export const HEARING_CLOCK = 'hearing';

export const hearingEffects: Effects<
  | 'give_notice'
  | 'record_statement'
  | 'weigh_statement'
  | 'request_hearing'
  | 'waive_hearing'
  | 'give_hearing_notice'
  | 'record_hearing'
> = {
  // What the party may still do runs from the service of the notice, however late that is put on file.
  give_notice: (state, { input: { facts, penalty, servedOn, method }, at }) => {
    const until = (periodId: string) => {
      const { span, rollsForward } = periodOf(state.law, periodId);
      return reckon(startOf(servedOn), span, state.law.calendar, rollsForward).dueAt;
    };
    const heard = gateDue(state, 'hearing', penalty) !== null;
    return [
      {
        type: 'notice_given',
        facts,
        penalty,
        servedOn,
        method,
        statementUntil: until('notice_statement'),
        hearingUntil: heard ? until('hearing_request') : null,
      },
      enter(state, 'decision', state.owner, at),
    ];
  },
  record_statement: (_state, { input: { raised, summary, waived } }) => [
    { type: 'statement_recorded', raised, summary, waived },
  ],
  weigh_statement: (_state, { input: { adopted, reasons } }) => [{ type: 'statement_weighed', adopted, reasons }],
  request_hearing: (state, { input: { requestedOn, reason } }) => [
    {
      type: 'hearing_requested',
      requestedOn,
      reason,
      clocks: {
        set: [newClock(state, HEARING_CLOCK, 'hearing', state.owner, startOf(requestedOn))],
        stop: [],
      },
    },
  ],
  waive_hearing: (state, { input: { note } }) => [
    { type: 'hearing_waived', note, clocks: { set: [], stop: running(state, HEARING_CLOCK) } },
  ],
  give_hearing_notice: (_state, { input: { servedOn, heldOn, place, chair } }) => [
    { type: 'hearing_noticed', servedOn, heldOn, place, chair: chair.id },
  ],
  record_hearing: (state, { input: { heldOn, attended, record, opinion } }) => [
    {
      type: 'hearing_recorded',
      heldOn,
      attended,
      record,
      opinion,
      clocks: { set: [], stop: running(state, HEARING_CLOCK) },
    },
  ],
};
