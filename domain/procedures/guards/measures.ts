import { ARTICLES } from '../../articles';
import type { CaseState, CommandOf } from '../../case';
import { refuse, type Refusal } from '../../refusal';
import { isPaused } from '../../time/clock';
import type { InputGuard, StateGuard } from '../procedure';
import { DECIDER_ROLES } from '../whoDecides';
import { actorAmongOfficers } from './officers';

/** 先行登记保存 (行政处罚法 56) and 查封扣押 (行政强制法 18–27). */

type MeasureCommand = CommandOf<'approve_measure' | 'start_testing' | 'end_testing' | 'dispose_measure'>;

/** A leader approves first; only what could not wait is taken at once and approved after (行政强制法 18, 19). */
export const approvedOrEmergency: InputGuard<'take_measure'> = (_state, { input, actor }) =>
  DECIDER_ROLES.includes(actor.role) || input.emergency
    ? null
    : refuse(
        'approval_missing',
        '采取先行登记保存或查封扣押须经负责人批准：请负责人办理，或注明情况紧急、当场采取。',
        input.kind === 'seizure' ? ARTICLES.seizure : ARTICLES.preservation,
      );

/** An officer takes part in what they record; a leader who approves need not. */
export const takerNamed: InputGuard<'take_measure'> = (state, command) =>
  DECIDER_ROLES.includes(command.actor.role) ? null : actorAmongOfficers(state, command);

export const measureHeld: StateGuard = (state) =>
  state.measures.some(({ disposal }) => disposal === null)
    ? null
    : refuse('measure_unknown', '没有尚未处理的登记保存或查封扣押。', ARTICLES.preservation);

export const seizureHeld: StateGuard = (state) =>
  state.measures.some(({ kind, disposal }) => kind === 'seizure' && disposal === null)
    ? null
    : refuse('measure_unknown', '没有尚未处理的查封扣押。', ARTICLES.seizurePeriod);

export const measureUnapproved: StateGuard = (state) =>
  state.measures.some(({ approved, disposal }) => !approved && disposal === null)
    ? null
    : refuse('already_on_record', '没有待批准的措施。', ARTICLES.emergencyMeasure);

export const testingUnderWay: StateGuard = (state) =>
  state.measures.some(({ testing }) => testing)
    ? null
    : refuse('testing_not_running', '没有正在进行的检测。', ARTICLES.seizurePeriod);

export const measureIsOpen = (state: CaseState, { input }: MeasureCommand): Refusal | null =>
  state.measures.some(({ id, disposal }) => id === input.measureId && disposal === null)
    ? null
    : refuse('measure_unknown', `没有尚未处理的措施 ${input.measureId}。`, ARTICLES.preservation);

export const awaitsApproval: InputGuard<'approve_measure'> = (state, { input }) =>
  state.measures.some(({ id, approved }) => id === input.measureId && !approved)
    ? null
    : refuse('already_on_record', `措施 ${input.measureId} 无须再批准。`, ARTICLES.emergencyMeasure);

/** 行政强制法 25: the time of testing isn't counted, which the party is told in writing. */
export const testingAllowed: InputGuard<'start_testing'> = (state, { input }) => {
  const measure = state.measures.find(({ id }) => id === input.measureId);
  const clock = state.clocks[input.measureId];
  if (measure?.kind !== 'seizure') {
    return refuse('measure_unknown', '只有查封、扣押的期限可以扣除检测时间。', ARTICLES.seizurePeriod);
  }
  if (clock !== undefined && isPaused(clock))
    return refuse('testing_running', '检测期间正在进行。', ARTICLES.seizurePeriod);
  return input.toldInWriting
    ? null
    : refuse('not_told_in_writing', '检测期间须明确并书面告知当事人，方可不计入查封扣押期限。', ARTICLES.seizurePeriod);
};

export const testingRuns: InputGuard<'end_testing'> = (state, { input }) =>
  state.measures.some(({ id, testing }) => id === input.measureId && testing)
    ? null
    : refuse('testing_not_running', `措施 ${input.measureId} 没有在检测。`, ARTICLES.seizurePeriod);

/** Nothing is held back when a case ends. */
export const noMeasureOpen: StateGuard = (state) =>
  state.measures.some(({ disposal }) => disposal === null)
    ? refuse('measure_open', '登记保存或查封扣押的物品尚未处理，请先登记处理情况。', ARTICLES.seizureDisposal)
    : null;
