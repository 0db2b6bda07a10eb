import type { CaseState, Stage } from '../case';
import type { LawDate } from '../catalogue';
import { courtWindow } from '../court';
import { periodOf } from '../law';
import { isPerformed } from '../owed';
import { isPaused, type Clock } from '../time/clock';
import { pauseClock } from '../time/pauseClock';
import { lastDayBefore, lawDateOf, startOf } from '../time/lawDate';
import { reckon } from '../time/reckon';
import type { Effects } from './effect';
import { clocksOfTheMatter, enter, newClock, running } from './enter';
import { CASE_CLOCK } from './investigation';

export const RECORD_CLOCK = 'on_spot_record';
export const HAND_IN_CLOCK = 'fine_hand_in';
export const BANKING_CLOCK = 'fine_banking';
export const ANNOUNCEMENT_CLOCK = 'announcement';
export const COURT_CLOCK = 'court_application';
export const PUBLICATION_CLOCK = 'publication_withdrawal';

export const decisionEffects: Effects<
  | 'decide_on_spot'
  | 'report_for_record'
  | 'hand_in_fine'
  | 'bank_fine'
  | 'decide_penalty'
  | 'announce_service'
  | 'serve_decision'
  | 'publish_decision'
  | 'withdraw_publication'
  | 'withdraw_decision'
> = {
  decide_on_spot: (state, { input, at }) => {
    // 行政处罚法 52: made out and handed over at once.
    const servedOn = lawDateOf(at);
    const collected = input.collection !== null;
    const set = [newClock(state, RECORD_CLOCK, 'on_spot_record', state.owner, at)];
    const closes = input.penalty.fine === 0 || collected;
    const payBy = lastDayToPay(state, servedOn);
    const decision = { penalty: input.penalty, onSpot: true, at };
    const service = { method: 'on_spot', servedOn, payBy } as const;
    if (!closes) set.push(...courtClock({ ...state, decision, service }));
    if (collected) set.push(newClock(state, HAND_IN_CLOCK, 'fine_hand_in', state.owner, at));
    return [
      {
        type: 'decided_on_spot',
        officers: input.officers.map(({ id }) => id),
        party: input.party,
        place: input.place,
        facts: input.facts,
        penalty: input.penalty,
        collection: input.collection,
        servedOn,
        payBy,
        clocks: { set, stop: [] },
      },
      enter(state, closes ? 'close' : 'performance', state.owner, at),
    ];
  },
  report_for_record: (state, { input: { reportedOn } }) => [
    { type: 'reported_for_record', reportedOn, clocks: { set: [], stop: running(state, RECORD_CLOCK) } },
  ],
  // 行政处罚法 71: two working days to hand in, and two more to the bank, each from its own day.
  hand_in_fine: (state, { input: { handedInOn, receipt } }) => [
    {
      type: 'fine_handed_in',
      handedInOn,
      receipt,
      clocks: {
        set: [newClock(state, BANKING_CLOCK, 'fine_banking', state.owner, startOf(handedInOn))],
        stop: running(state, HAND_IN_CLOCK),
      },
    },
  ],
  bank_fine: (state, { input: { bankedOn, receipt } }) => [
    { type: 'fine_banked', bankedOn, receipt, clocks: { set: [], stop: running(state, BANKING_CLOCK) } },
  ],
  decide_penalty: (state, { input, at }) => [
    {
      type: 'penalty_decided',
      penalty: input.penalty,
      reasons: input.reasons,
      clocks: { set: [], stop: running(state, CASE_CLOCK) },
    },
    enter(state, 'service', state.owner, at),
  ],
  // 民诉法 95: thirty days, in which the period of service doesn't run.
  announce_service: (state, { input: { announcedOn, where }, at }) => {
    const service = state.clocks['service'];
    const held: readonly Clock[] =
      service === undefined || isPaused(service)
        ? []
        : [pauseClock(service, { at, reason: '公告送达期间', article: periodOf(state.law, 'public_notice').article })];
    return [
      {
        type: 'service_announced',
        announcedOn,
        where,
        clocks: {
          set: [...held, newClock(state, ANNOUNCEMENT_CLOCK, 'public_notice', state.owner, startOf(announcedOn))],
          stop: [],
        },
      },
    ];
  },
  serve_decision: (state, { input: { method, servedOn, note, proof }, at }) => {
    const payBy = lastDayToPay(state, servedOn);
    const served = { ...state, service: { method, servedOn, payBy } };
    const due = !isPerformed({ ...served, payments: [] }, servedOn);
    return [
      {
        type: 'decision_served',
        method,
        servedOn,
        note,
        proof,
        payBy,
        clocks: {
          set: due ? courtClock(served) : [],
          stop: running(state, ANNOUNCEMENT_CLOCK),
        },
      },
      // 行政处罚法 67: fifteen days from receipt, however late the service is put on file.
      due ? enter(state, 'performance', state.owner, startOf(servedOn)) : enter(state, 'close', state.owner, at),
    ];
  },
  publish_decision: (_state, { input: { publishedOn, where } }) => [{ type: 'decision_published', publishedOn, where }],
  withdraw_publication: (state, { input: { withdrawnOn } }) => [
    { type: 'publication_withdrawn', withdrawnOn, clocks: { set: [], stop: running(state, PUBLICATION_CLOCK) } },
  ],
  // A new decision takes the whole road again, from the investigation; what was published comes down (行政处罚法 48).
  withdraw_decision: (state, { input: { reason }, at }) => {
    const stage: Stage = state.decision?.onSpot === true ? 'file' : 'investigation';
    const again = state.filedAt === null ? [] : [newClock(state, CASE_CLOCK, 'ordinary_case', state.owner, at)];
    const unpublish =
      state.publishedOn === null ? [] : [newClock(state, PUBLICATION_CLOCK, 'publication_withdrawal', state.owner, at)];
    const stop = clocksOfTheMatter(state).filter((id) => !outlivesDecision(state, id));
    return [
      { type: 'decision_withdrawn', reason, clocks: { set: [...again, ...unpublish], stop } },
      enter(state, stage, state.owner, at),
    ];
  },
};

function lastDayToPay(state: Pick<CaseState, 'law'>, servedOn: LawDate): LawDate {
  const { span, rollsForward } = periodOf(state.law, 'payment');
  return lastDayBefore(reckon(startOf(servedOn), span, state.law.calendar, rollsForward).dueAt);
}

/** The duty to go to court starts where the party's remedies end (行政强制法 53). */
export function courtClock(
  state: Pick<CaseState, 'decision' | 'service' | 'appeals' | 'law' | 'owner'>,
): readonly Clock[] {
  const window = courtWindow(state);
  return window === null
    ? []
    : [newClock(state, COURT_CLOCK, 'court_application', state.owner, startOf(window.remediesUntil))];
}

/** Goods that are held, recusals, tasks and questions have nothing to do with which decision it is. */
function outlivesDecision(
  state: Pick<CaseState, 'measures' | 'recusals' | 'cooperation' | 'guidance'>,
  clockId: string,
): boolean {
  return (
    state.measures.some(({ id }) => clockId === id || clockId === `${id}-approval`) ||
    state.recusals.some(({ id }) => clockId === id) ||
    state.cooperation.some(({ id }) => clockId === id) ||
    state.guidance.some(({ id }) => clockId === id)
  );
}
