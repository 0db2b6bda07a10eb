import { opening, type Opened } from '../../../demo/stories/opening';
import type { ActInputs, ActName, CaseCommand, CaseEventType, CaseState, RecordedEvent } from '../../../domain/case';
import type { Grade, Instant } from '../../../domain/catalogue';
import { decide } from '../../../domain/decide';
import { fold } from '../../../domain/evolve';
import type { Actor } from '../../../domain/people';
import { number } from '../../../domain/record';
import type { Refusal, RefusalCode } from '../../../domain/refusal';
import { instantOf, msOf } from '../../../domain/time/lawDate';
import { inputsFor } from './inputs';

/** Tests open their cases as the three stories are opened. */
export {
  catalogue,
  HUAIYUAN,
  itemOf,
  OPENED_AT,
  opening,
  shanghai,
  STORIES,
  STREET,
  YANGMA,
  type Opened,
} from '../../../demo/stories/opening';

export function later(at: Instant, ms: number): Instant {
  return instantOf(msOf(at) + ms);
}

/** One millisecond earlier: where a test of time must still find nothing. */
export const justBefore = (at: Instant): Instant => later(at, -1);

export function open(grade: Grade, opened: Opened = {}): CaseState {
  return fold(opening(grade, opened));
}

/** A command with a lawful input, in which a test changes what it is about. A minute after the last event by default. */
export function command<A extends ActName>(
  state: CaseState,
  act: A,
  actor: Actor,
  input: Partial<ActInputs[A]> = {},
  at: Instant = later(state.updatedAt, 60_000),
  ifSeq: number | null = null,
): CaseCommand {
  const whole = { ...inputsFor(state, at)[act], ...input };
  return { id: `${act}-${state.seq}`, fingerprint: '', actor, at, ifSeq, act, input: whole } as CaseCommand;
}

export interface Step {
  readonly command: CaseCommand;
  readonly state: CaseState;
  readonly recorded: readonly RecordedEvent[];
}

/** Decides, numbers and folds in. Throws on a refusal. */
export function step<A extends ActName>(
  state: CaseState,
  act: A,
  actor: Actor,
  input: Partial<ActInputs[A]> = {},
  at?: Instant,
): Step {
  const asked = command(state, act, actor, input, at);
  const decision = decide(state, asked);
  if (!decision.ok) throw new Error(`${act} by ${actor.id} at ${state.stage}: ${decision.refusal.code}`);
  return { command: asked, ...number(state, asked, decision.events) };
}

export function perform<A extends ActName>(
  state: CaseState,
  act: A,
  actor: Actor,
  input: Partial<ActInputs[A]> = {},
  at?: Instant,
): CaseState {
  return step(state, act, actor, input, at).state;
}

/** The events that an act brings about, by type. */
export function typesOf({ recorded }: Step): readonly CaseEventType[] {
  return recorded.map(({ event }) => event.type);
}

export function fullRefusalOf<A extends ActName>(
  state: CaseState,
  act: A,
  actor: Actor,
  input: Partial<ActInputs[A]> = {},
  at?: Instant,
): Refusal | null {
  const decision = decide(state, command(state, act, actor, input, at));
  return decision.ok ? null : decision.refusal;
}

/** Why it is refused; null where it is not. */
export function refusalOf<A extends ActName>(
  state: CaseState,
  act: A,
  actor: Actor,
  input: Partial<ActInputs[A]> = {},
  at?: Instant,
): RefusalCode | null {
  return fullRefusalOf(state, act, actor, input, at)?.code ?? null;
}
