import type { ActName, CaseEvent, CaseState, CommandOf, ElevationCause } from '../case';
import type { Instant } from '../catalogue';
import { BUREAU } from '../people';
import { procedureInForce } from '../procedures/procedures';
import { lawDateOf } from '../time/lawDate';
import { enter, newClock } from './enter';

type CooperationAct = Extract<ActName, 'elevate' | 'request_cooperation' | 'answer_cooperation'>;

/** What a town is asked to do in a case that the bureau takes from it. */
const STANDING_REQUIREMENT = '固定初步证据，维护现场，配合执法局调查和送达。';

export const cooperationEffects: {
  readonly [A in CooperationAct]: (state: CaseState, command: CommandOf<A>) => readonly CaseEvent[];
} = {
  elevate: (state, { input, at }) => elevation(state, 'leader', input.reason, at),
  request_cooperation: (state, { input, at }) => [cooperationRequest(state, input.town, input.requirement, at)],
  answer_cooperation: (_state, { input }) => [
    {
      type: 'cooperation_answered',
      taskId: input.taskId,
      answer: input.answer,
      clocks: { start: [], stop: [input.taskId] },
    },
  ],
};

/** The bureau takes the case where it stands; its stage's clock starts again for the bureau, the town cooperates. */
export function elevation(state: CaseState, cause: ElevationCause, reason: string, at: Instant): readonly CaseEvent[] {
  const { id, version } = procedureInForce('ordinary', lawDateOf(at));
  const stage = state.stage === 'dispatch' ? 'accept' : state.stage;
  return [
    { type: 'elevated', cause, reason, procedure: { id, version } },
    enter(state, stage, BUREAU, at),
    cooperationRequest(state, state.town, STANDING_REQUIREMENT, at),
  ];
}

/** `town` is asked for help; the task has its own clock, named like the task. */
export function cooperationRequest(
  state: Pick<CaseState, 'cooperation' | 'law'>,
  town: string,
  requirement: string,
  at: Instant,
): CaseEvent {
  const taskId = `C${state.cooperation.length + 1}`;
  return {
    type: 'cooperation_requested',
    taskId,
    town,
    requirement,
    clocks: { start: [newClock(state, taskId, 'cooperation', town, at)], stop: [] },
  };
}

export const openingCooperation = (
  state: Pick<CaseState, 'cooperation' | 'law'>,
  town: string,
  at: Instant,
): CaseEvent => cooperationRequest(state, town, STANDING_REQUIREMENT, at);
