import { isDeepStrictEqual } from 'node:util';
import type { ActName, CaseCommand, CaseEventType, CaseState, RecordedEvent, Stage } from '../../../domain/case';
import { availableActs, decide } from '../../../domain/decide';
import { fold } from '../../../domain/evolve';
import { ACT_LABELS } from '../../../domain/labels';
import { procedureOf } from '../../../domain/procedures/procedures';
import { number } from '../../../domain/record';
import type { RefusalCode } from '../../../domain/refusal';
import { holdsAfter } from './invariants';
import { Broken, must } from './must';
import { fileAt, type Place } from './places';
import { toArchive } from './road';
import { offeredRightly, refusedRightly } from './offeredRightly';
import type { Start } from './starts';
import { chosen, type Choice } from './walk';

/** What walks have met, so that one that never gets anywhere is noticed. */
export interface Seen {
  readonly names: Set<Stage | CaseEventType | RefusalCode | ActName>;
  allowed: number;
  refused: number;
}

export const nothingSeen = (): Seen => ({ names: new Set(), allowed: 0, refused: 0 });

/**
 * One walk: after each act the law holds, the case is restarted from its file, and at the end it can still be brought
 * to the archive. Throws `Broken` with the whole story in words where it doesn't.
 */
export function runWalk(
  start: Start,
  from: Place,
  walk: readonly Choice[],
  seen: Seen,
  focus: ActName | null = null,
): void {
  const told: string[] = [`${start.grade} ${start.item} ${start.procedure}, from ${from}`];
  try {
    let log = fileAt(start, from);
    let state = restarted(log, fold(log));
    for (const choice of walk) {
      const command = chosen(state, choice, focus);
      const decision = decide(state, command);
      listIsRight(state, command);
      if (!decision.ok) {
        must(!('events' in decision), 'a refusal brings no events');
        seen.names.add(decision.refusal.code);
        seen.refused += 1;
        continue;
      }
      told.push(inWords(state, command));
      const next = number(state, command, decision.events);
      holdsAfter({ before: state, command, after: next.state, recorded: next.recorded, log });
      log = [...log, ...next.recorded];
      state = restarted(log, next.state);
      seen.allowed += 1;
      seen.names.add(state.stage).add(command.act);
      for (const { event } of next.recorded) seen.names.add(event.type);
    }
    told.push('— and from there to the archive:');
    for (const { command, state: after, recorded } of toArchive(state)) {
      told.push(inWords(state, command));
      holdsAfter({ before: state, command, after, recorded, log });
      log = [...log, ...recorded];
      state = after;
      seen.names.add(state.stage).add(command.act);
      for (const { event } of recorded) seen.names.add(event.type);
    }
    must(state.stage === 'archived', 'every case can still end');
    must(Object.keys(state.clocks).length === 0, 'an archived case owes nothing');
    restarted(log, state);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const broken = new Broken(`${why}\n  ${told.join('\n  ')}`);
    if (error instanceof Error && error.stack !== undefined) broken.stack = `${broken.message}\n${error.stack}`;
    throw broken;
  }
}

/** The clerk drops the case and takes it up again: from its file, and from what was written down of it. */
function restarted(log: readonly RecordedEvent[], state: CaseState): CaseState {
  must(isDeepStrictEqual(fold(log), state), 'the file, folded again, is the state');
  // The law is the largest part and changes by one event only; it is written down with the file at the opening.
  const { law, ...rest } = state;
  const written = { ...(JSON.parse(JSON.stringify(rest)) as typeof rest), law };
  must(isDeepStrictEqual(written, state), 'a state survives being written down');
  return written;
}

/** The list that people see is what isn't refused before the input is known. */
function listIsRight(state: CaseState, command: CaseCommand): void {
  const { act, actor, at } = command;
  if (actor.role === 'system') return;
  const listed = availableActs(state, actor, at).some((available) => available.act === act);
  const rule = procedureOf(state).acts[act];
  const decision = decide(state, command);
  if (listed) offeredRightly(state, act, actor, at);
  if (decision.ok) {
    must(listed, `what is allowed is listed: ${act}`);
    return;
  }
  refusedRightly(state, command, decision.refusal);
  if (!listed) return;
  const early = rule?.requires.map((guard) => guard(state, actor, at)?.code).find((code) => code !== undefined);
  must(early === undefined, `what is listed isn’t refused before its input: ${act}`, () => early);
}

function inWords(state: CaseState, { act, actor, at, input }: CaseCommand): string {
  return `${at} ${state.stage}: ${actor.id} ${ACT_LABELS[act]} ${act} ${JSON.stringify(input)}`;
}
