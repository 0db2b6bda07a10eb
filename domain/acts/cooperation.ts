import type { CaseEvent, CaseState, ElevationCause, EventOf, Stage } from '../case';
import type { Instant } from '../catalogue';
import { BUREAU } from '../people';
import { procedureInForce } from '../procedures/procedures';
import { lawDateOf } from '../time/lawDate';
import type { Effects } from './effect';
import { enter, handedTo, newClock, running } from './enter';

/** What a town is asked to do in a case that the bureau takes from it. */
const STANDING_REQUIREMENT = '固定初步证据，维护现场，配合执法局调查和送达。';

export const ELEVATION_CLOCK = 'elevation_request';
export const JURISDICTION_CLOCK = 'jurisdiction';

export const cooperationEffects: Effects<
  | 'request_elevation'
  | 'refuse_elevation'
  | 'elevate'
  | 'send_down'
  | 'request_cooperation'
  | 'answer_cooperation'
  | 'return_cooperation'
  | 'ask_guidance'
  | 'answer_guidance'
  | 'dispute_jurisdiction'
  | 'decide_jurisdiction'
> = {
  request_elevation: (state, { input: { reason }, at }) => [
    {
      type: 'elevation_requested',
      reason,
      clocks: { set: [newClock(state, ELEVATION_CLOCK, 'elevation_request', BUREAU, at)], stop: [] },
    },
  ],
  refuse_elevation: (state, { input: { reason } }) => [
    { type: 'elevation_refused', reason, clocks: { set: [], stop: running(state, ELEVATION_CLOCK) } },
  ],
  elevate: (state, { input, at }) =>
    elevation(state, state.elevationAsked === null ? 'leader' : 'request', input.reason, at),
  // The town has it again, with what its clocks have left; nobody cooperates any more.
  send_down: (state, { input: { reason }, at }) => {
    return [
      {
        type: 'sent_down',
        reason,
        grade: 'town_bureau_review',
        clocks: {
          set: handedTo(state, state.town),
          stop: running(state, ...state.cooperation.map(({ id }) => id)),
        },
      },
      enter(state, state.stage, state.town, at),
    ];
  },
  request_cooperation: (state, { input, at }) => [cooperationRequest(state, input.town, input.requirement, at)],
  answer_cooperation: (_state, { input }) => [
    {
      type: 'cooperation_answered',
      taskId: input.taskId,
      answer: input.answer,
      clocks: { set: [], stop: [input.taskId] },
    },
  ],
  // A poor answer is no answer: the town's clock starts again, and the return is counted.
  return_cooperation: (state, { input: { taskId, reason }, at }) => {
    const town = state.cooperation.find(({ id }) => id === taskId)?.town ?? state.town;
    return [
      {
        type: 'cooperation_returned',
        taskId,
        reason,
        clocks: { set: [newClock(state, taskId, 'cooperation', town, at)], stop: [] },
      },
    ];
  },
  ask_guidance: (state, { input: { question }, at }) => {
    const guidanceId = `G${state.guidance.length + 1}`;
    const clocks = { set: [newClock(state, guidanceId, 'guidance', BUREAU, at)], stop: [] };
    return [{ type: 'guidance_asked', guidanceId, question, clocks }];
  },
  answer_guidance: (_state, { input: { guidanceId, answer } }) => [
    { type: 'guidance_answered', guidanceId, answer, clocks: { set: [], stop: [guidanceId] } },
  ],
  dispute_jurisdiction: (state, { input, at }) => [
    {
      type: 'jurisdiction_disputed',
      with: input.with,
      reason: input.reason,
      clocks: { set: [newClock(state, JURISDICTION_CLOCK, 'jurisdiction', BUREAU, at)], stop: [] },
    },
  ],
  // 行政处罚法 25: the common superior names who has it; another town begins with its own acceptance.
  decide_jurisdiction: (state, { input: { town, reason }, at }) => {
    const moves = town !== state.town;
    const decided: CaseEvent = {
      type: 'jurisdiction_decided',
      town,
      reason,
      clocks: {
        // A reviewer's clock that waited for the first town's file waits for nothing any more.
        set: moves ? handedTo(state, town).filter(({ id }) => id !== 'review') : [],
        stop: running(state, JURISDICTION_CLOCK, ...(moves ? ['review'] : [])),
      },
    };
    return moves ? [decided, enter(state, 'accept', town, at)] : [decided];
  },
};

/** What the bureau decides owes a review (行政处罚法 58): where the town has noticed without one, it goes there first. */
function takenUpAt(state: CaseState): Stage {
  switch (state.stage) {
    case 'dispatch':
      return 'accept';
    case 'notice':
    case 'decision':
      return state.reviewStands ? state.stage : 'review';
    case 'accept':
    case 'verify':
    case 'file':
    case 'investigation':
    case 'review':
    case 'service':
    case 'performance':
    case 'close':
    case 'archive':
    case 'archived':
      return state.stage;
  }
}

/** The bureau takes the case where it stands; its stage's clock starts again for the bureau, the town cooperates. */
export function elevation(state: CaseState, cause: ElevationCause, reason: string, at: Instant): readonly CaseEvent[] {
  const { id, version } = procedureInForce('ordinary', lawDateOf(at));
  const stage = takenUpAt(state);
  return [
    {
      type: 'elevated',
      cause,
      reason,
      procedure: { id, version },
      clocks: {
        set: [],
        stop: running(state, ELEVATION_CLOCK, JURISDICTION_CLOCK, ...state.guidance.map(({ id: asked }) => asked)),
      },
    },
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
): EventOf<'cooperation_requested'> {
  const taskId = `C${state.cooperation.length + 1}`;
  return {
    type: 'cooperation_requested',
    taskId,
    town,
    requirement,
    clocks: { set: [newClock(state, taskId, 'cooperation', town, at)], stop: [] },
  };
}

export const openingCooperation = (
  state: Pick<CaseState, 'cooperation' | 'law'>,
  town: string,
  at: Instant,
): CaseEvent => cooperationRequest(state, town, STANDING_REQUIREMENT, at);
