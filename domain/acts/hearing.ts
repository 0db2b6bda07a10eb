import { ARTICLES } from '../articles';
import type { CaseState } from '../case';
import type { Instant } from '../catalogue';
import { gateDue } from '../gates';
import { periodOf } from '../law';
import { isPaused, standingPause, type Clock } from '../time/clock';
import { lastDayBefore, startOf } from '../time/lawDate';
import { pauseClock } from '../time/pauseClock';
import { resumeClock } from '../time/resumeClock';
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
  give_notice: (state, { input: { facts, penalty, servedOn, method } }) => {
    const until = (periodId: string) => {
      const { span, rollsForward } = periodOf(state.law, periodId);
      return reckon(startOf(servedOn), span, state.law.calendar, rollsForward).dueAt;
    };
    const statementUntil = until('notice_statement');
    const hearingUntil = gateDue(state, 'hearing', penalty) === null ? null : until('hearing_request');
    const free = hearingUntil !== null && hearingUntil > statementUntil ? hearingUntil : statementUntil;
    return [
      {
        type: 'notice_given',
        facts,
        penalty,
        servedOn,
        method,
        statementUntil,
        hearingUntil,
      },
      // The agency's own time to decide begins where the party's time to speak ends.
      enter(state, 'decision', state.owner, startOf(lastDayBefore(free))),
    ];
  },
  record_statement: (_state, { input: { raised, summary, waived } }) => [
    { type: 'statement_recorded', raised, summary, waived },
  ],
  weigh_statement: (_state, { input: { adopted, reasons } }) => [{ type: 'statement_weighed', adopted, reasons }],
  // The time to decide waits for the hearing, which has a clock of its own.
  request_hearing: (state, { input: { requestedOn, reason }, at }) => [
    {
      type: 'hearing_requested',
      requestedOn,
      reason,
      clocks: {
        set: [...held(state, at), newClock(state, HEARING_CLOCK, 'hearing', state.owner, startOf(requestedOn))],
        stop: [],
      },
    },
  ],
  waive_hearing: (state, { input: { note }, at }) => [
    { type: 'hearing_waived', note, clocks: { set: goingOn(state, at), stop: running(state, HEARING_CLOCK) } },
  ],
  give_hearing_notice: (_state, { input: { servedOn, method, heldAt, place, chair } }) => [
    { type: 'hearing_noticed', servedOn, method, heldAt, place, chair: chair.id },
  ],
  record_hearing: (state, { input: { heldOn, attended, record, opinion }, at }) => [
    {
      type: 'hearing_recorded',
      heldOn,
      attended,
      record,
      opinion,
      clocks: { set: goingOn(state, at), stop: running(state, HEARING_CLOCK) },
    },
  ],
};

const HEARING = '听证期间';

function held(state: CaseState, at: Instant): readonly Clock[] {
  const clock = state.clocks['decision'];
  return clock === undefined || isPaused(clock)
    ? []
    : [pauseClock(clock, { at, reason: HEARING, article: ARTICLES.hearingProcedure })];
}

function goingOn(state: CaseState, at: Instant): readonly Clock[] {
  const clock = state.clocks['decision'];
  return clock !== undefined && standingPause(clock)?.reason === HEARING
    ? [resumeClock(clock, at, state.law.calendar)]
    : [];
}
