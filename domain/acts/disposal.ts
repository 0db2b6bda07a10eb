import type { ActName, CaseEvent, CaseState, CommandOf } from '../case';
import { lawDateOf, startOf } from '../time/lawDate';
import { reckon } from '../time/reckon';
import { owed } from '../yuan';
import { enter } from './enter';
import { CASE_CLOCK, otherClocks } from './investigation';

type DisposalAct = Extract<
  ActName,
  | 'decide_on_spot'
  | 'give_notice'
  | 'record_statement'
  | 'decide_penalty'
  | 'serve_decision'
  | 'record_payment'
  | 'close_case'
>;

export const disposalEffects: {
  readonly [A in DisposalAct]: (state: CaseState, command: CommandOf<A>) => readonly CaseEvent[];
} = {
  decide_on_spot: (state, { input, at }) => {
    const paid = input.penalty.fine === 0 || input.collectedOnSpot;
    return [
      {
        type: 'decided_on_spot',
        officers: input.officers.map(({ id }) => id),
        party: input.party,
        facts: input.facts,
        penalty: input.penalty,
        collectedOnSpot: input.collectedOnSpot,
        // 行政处罚法 52: made out and handed over at once.
        servedOn: lawDateOf(at),
      },
      enter(state, paid ? 'close' : 'performance', state.owner, at),
    ];
  },
  give_notice: (state, { input, at }) => {
    const period = state.law.periods['notice_statement'];
    if (period === undefined) throw new Error('the case carries no period notice_statement');
    return [
      {
        type: 'notice_given',
        facts: input.facts,
        penalty: input.penalty,
        statementUntil: reckon(at, period.span, state.law.calendar, period.rollsForward).dueAt,
      },
      enter(state, 'decision', state.owner, at),
    ];
  },
  record_statement: (_state, { input }) => [
    { type: 'statement_recorded', raised: input.raised, summary: input.summary },
  ],
  decide_penalty: (state, { input, at }) => [
    {
      type: 'penalty_decided',
      penalty: input.penalty,
      reasons: input.reasons,
      clocks: { start: [], stop: state.clocks[CASE_CLOCK] === undefined ? [] : [CASE_CLOCK] },
    },
    enter(state, 'service', state.owner, at),
  ],
  serve_decision: (state, { input, at }) => [
    { type: 'decision_served', method: input.method, servedOn: input.servedOn, note: input.note },
    // 行政处罚法 67: fifteen days from receipt, however late the service is put on file.
    owed(state) > 0
      ? enter(state, 'performance', state.owner, startOf(input.servedOn))
      : enter(state, 'close', state.owner, at),
  ],
  record_payment: (state, { input, at }) => {
    const event: CaseEvent = {
      type: 'payment_recorded',
      amount: input.amount,
      paidOn: input.paidOn,
      receipt: input.receipt,
    };
    return input.amount >= owed(state) ? [event, enter(state, 'close', state.owner, at)] : [event];
  },
  close_case: (state, { input, at }) => [
    {
      type: 'case_closed',
      outcome: 'penalty',
      reason: null,
      summary: input.summary,
      clocks: { start: [], stop: otherClocks(state) },
    },
    enter(state, 'archive', state.owner, at),
  ],
};
