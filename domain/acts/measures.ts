import { ARTICLES } from '../articles';
import type { CaseState } from '../case';
import { DECIDER_ROLES } from '../procedures/whoDecides';
import { isPaused } from '../time/clock';
import { pauseClock } from '../time/pauseClock';
import { resumeClock } from '../time/resumeClock';
import type { Effects } from './effect';
import { newClock, running } from './enter';

/** The clock of a measure has the measure's id; that of its approval afterwards stands beside it. */
const approvalClock = (measureId: string) => `${measureId}-approval`;

function clockOf(state: CaseState, id: string) {
  const clock = state.clocks[id];
  if (clock === undefined) throw new Error(`case ${state.caseId}: measure ${id} has no clock`);
  return clock;
}

export const measureEffects: Effects<
  'take_measure' | 'approve_measure' | 'start_testing' | 'end_testing' | 'dispose_measure'
> = {
  take_measure: (state, { input, actor, at }) => {
    const measureId = `M${state.measures.length + 1}`;
    const approved = DECIDER_ROLES.includes(actor.role);
    const clock = newClock(state, measureId, input.kind, state.owner, at);
    const approval = newClock(state, approvalClock(measureId), 'emergency_measure_report', state.owner, at);
    return [
      {
        type: 'measure_taken',
        measureId,
        kind: input.kind,
        officers: input.officers.map(({ id }) => id),
        goods: input.goods,
        place: input.place,
        reason: input.reason,
        approved,
        clocks: { set: approved ? [clock] : [clock, approval], stop: [] },
      },
    ];
  },
  approve_measure: (state, { input: { measureId, approved, reason } }) => [
    {
      type: 'measure_approved',
      measureId,
      approved,
      reason,
      clocks: {
        set: [],
        stop: running(state, approvalClock(measureId), ...(approved ? [] : [measureId])),
      },
    },
  ],
  start_testing: (state, { input: { measureId, subject }, at }) => [
    {
      type: 'testing_started',
      measureId,
      subject,
      clocks: {
        set: [
          pauseClock(clockOf(state, measureId), {
            at,
            reason: `检测、检验、检疫或者技术鉴定：${subject}`,
            article: ARTICLES.seizurePeriod,
          }),
        ],
        stop: [],
      },
    },
  ],
  end_testing: (state, { input: { measureId, result }, at }) => {
    const clock = clockOf(state, measureId);
    return [
      {
        type: 'testing_ended',
        measureId,
        result,
        clocks: { set: isPaused(clock) ? [resumeClock(clock, at, state.law.calendar)] : [], stop: [] },
      },
    ];
  },
  dispose_measure: (state, { input: { measureId, disposal, note } }) => [
    {
      type: 'measure_disposed',
      measureId,
      disposal,
      note,
      clocks: { set: [], stop: running(state, measureId, approvalClock(measureId)) },
    },
  ],
};
