import type { CaseState, EventOf } from '../case';
import type { Instant } from '../catalogue';
import { periodOf } from '../law';
import { procedureInForce } from '../procedures/procedures';
import { reviewIsDue } from '../procedures/guards/review';
import { ARTICLES } from '../articles';
import { startClock } from '../time/startClock';
import { lawDateOf, startOf } from '../time/lawDate';
import type { Effects } from './effect';
import { enter, newClock, running } from './enter';

/** The clock of the whole ordinary case, from filing to decision (行政处罚法 60). */
export const CASE_CLOCK = 'case';
export const RECTIFICATION_CLOCK = 'rectification';

/** No review is due any more: a reviewer's clock that waited ends here. */
function straightToNotice(state: CaseState, at: Instant): EventOf<'stage_entered'> {
  const entered = enter(state, 'notice', state.owner, at);
  return { ...entered, clocks: { ...entered.clocks, stop: [...entered.clocks.stop, ...running(state, 'review')] } };
}

const ids = (officers: readonly { readonly id: string }[]) => officers.map(({ id }) => id);

export const investigationEffects: Effects<
  | 'verify'
  | 'order_rectification'
  | 'check_rectification'
  | 'switch_to_ordinary'
  | 'file_case'
  | 'complete_party'
  | 'collect_evidence'
  | 'record_inquiry'
  | 'record_scene'
  | 'ask_recusal'
  | 'decide_recusal'
  | 'end_investigation'
> = {
  verify: (state, { input, at }) => [
    { type: 'verified', violation: input.violation, facts: input.facts },
    enter(state, 'file', state.owner, at),
  ],
  order_rectification: (state, { input }) => {
    // The check is due after the time to put right has passed, so its period starts with that day.
    const period = periodOf(state.law, 'rectification_check');
    const clock = startClock(RECTIFICATION_CLOCK, period, state.owner, startOf(input.until), state.law.calendar);
    return [
      {
        type: 'rectification_ordered',
        requirement: input.requirement,
        until: input.until,
        clocks: { set: [clock], stop: [] },
      },
    ];
  },
  check_rectification: (_state, { input }) => [
    {
      type: 'rectification_checked',
      rectified: input.rectified,
      facts: input.facts,
      clocks: { set: [], stop: [RECTIFICATION_CLOCK] },
    },
  ],
  complete_party: (_state, { input: { party } }) => [{ type: 'party_completed', party }],
  switch_to_ordinary: (_state, { input, at }) => {
    const { id, version } = procedureInForce('ordinary', lawDateOf(at));
    return [
      {
        type: 'procedure_switched',
        procedure: { id, version },
        grade: 'town_bureau_review',
        reason: input.reason,
      },
    ];
  },
  file_case: (state, { input, at }) => [
    {
      type: 'case_filed',
      officers: ids(input.officers),
      party: input.party,
      reason: input.reason,
      committedOn: input.committedOn,
      harm: input.harm,
      clocks: { set: [newClock(state, CASE_CLOCK, 'ordinary_case', state.owner, at)], stop: [] },
    },
    enter(state, 'investigation', state.owner, at),
  ],
  collect_evidence: (state, { input, actor }) => [
    {
      type: 'evidence_collected',
      evidence: { ...input, id: `E${state.evidence.length + 1}`, takenBy: actor.id },
    },
  ],
  record_inquiry: (state, { input: { officers, subject, place, from, until, record } }) => [
    {
      type: 'inquiry_recorded',
      recordId: `B${state.records.length + 1}`,
      officers: ids(officers),
      subject,
      place,
      from,
      until,
      record,
    },
  ],
  record_scene: (state, { input: { officers, place, from, until, partyPresent, record } }) => [
    {
      type: 'scene_recorded',
      recordId: `B${state.records.length + 1}`,
      officers: ids(officers),
      place,
      from,
      until,
      partyPresent,
      record,
    },
  ],
  ask_recusal: (state, { input, at }) => {
    const recusalId = `R${state.recusals.length + 1}`;
    return [
      {
        type: 'recusal_asked',
        recusalId,
        person: input.person.id,
        asker: input.asker,
        reason: input.reason,
        clocks: { set: [newClock(state, recusalId, 'recusal', state.owner, at)], stop: [] },
      },
    ];
  },
  decide_recusal: (state, { input }) => [
    {
      type: 'recusal_decided',
      recusalId: input.recusalId,
      person: state.recusals.find(({ id }) => id === input.recusalId)?.person ?? '',
      granted: input.granted,
      reason: input.reason,
      clocks: { set: [], stop: [input.recusalId] },
    },
  ],
  // To the reviewer, where the proposal owes a review; the town's clock waits meanwhile, and goes on if it comes back.
  end_investigation: (state, { input, at }) => [
    {
      type: 'investigation_ended',
      officers: ids(input.officers),
      report: input.report,
      proposal: input.proposal,
    },
    reviewIsDue(state, input.proposal)
      ? enter(state, 'review', state.owner, at, { reason: '法制审核期间', article: ARTICLES.review })
      : straightToNotice(state, at),
  ],
};
