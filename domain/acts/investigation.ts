import type { ActName, CaseEvent, CaseState, CommandOf } from '../case';
import { startClock } from '../time/startClock';
import { startOf } from '../time/lawDate';
import { procedureInForce } from '../procedures/procedures';
import { lawDateOf } from '../time/lawDate';
import { enter, newClock } from './enter';

type InvestigationAct = Extract<
  ActName,
  | 'verify'
  | 'order_rectification'
  | 'check_rectification'
  | 'close_without_penalty'
  | 'switch_to_ordinary'
  | 'file_case'
  | 'collect_evidence'
  | 'end_investigation'
>;

/** The clock of the whole ordinary case, from filing to decision (行政处罚法 60). */
export const CASE_CLOCK = 'case';
export const RECTIFICATION_CLOCK = 'rectification';

export const investigationEffects: {
  readonly [A in InvestigationAct]: (state: CaseState, command: CommandOf<A>) => readonly CaseEvent[];
} = {
  verify: (state, { input, at }) => [
    { type: 'verified', violation: input.violation, facts: input.facts },
    enter(state, 'file', state.owner, at),
  ],
  order_rectification: (state, { input }) => {
    const period = state.law.periods['rectification_check'];
    if (period === undefined) throw new Error('the case carries no period rectification_check');
    // The check is due after the time to put right has passed, so its period starts with that day.
    const clock = startClock(RECTIFICATION_CLOCK, period, state.owner, startOf(input.until), state.law.calendar);
    return [
      {
        type: 'rectification_ordered',
        requirement: input.requirement,
        until: input.until,
        clocks: { start: [clock], stop: [] },
      },
    ];
  },
  check_rectification: (_state, { input }) => [
    {
      type: 'rectification_checked',
      rectified: input.rectified,
      facts: input.facts,
      clocks: { start: [], stop: [RECTIFICATION_CLOCK] },
    },
  ],
  close_without_penalty: (state, { input, at }) => [
    {
      type: 'case_closed',
      outcome: 'no_penalty',
      reason: input.reason,
      summary: input.explanation,
      clocks: { start: [], stop: otherClocks(state) },
    },
    enter(state, 'archive', state.owner, at),
  ],
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
      officers: input.officers.map(({ id }) => id),
      party: input.party,
      reason: input.reason,
      clocks: { start: [newClock(state, CASE_CLOCK, 'ordinary_case', state.owner, at)], stop: [] },
    },
    enter(state, 'investigation', state.owner, at),
  ],
  collect_evidence: (state, { input, actor }) => [
    {
      type: 'evidence_collected',
      evidence: { ...input, id: `E${state.evidence.length + 1}`, takenBy: actor.id },
    },
  ],
  end_investigation: (state, { input, at }) => [
    {
      type: 'investigation_ended',
      officers: input.officers.map(({ id }) => id),
      report: input.report,
      proposal: input.proposal,
    },
    enter(state, 'review', state.owner, at),
  ],
};

/** Clocks beside the stage's own, which `enter` stops. */
export function otherClocks(state: CaseState): readonly string[] {
  return Object.keys(state.clocks).filter((id) => id !== state.stage);
}
