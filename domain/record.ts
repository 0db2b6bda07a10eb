import type { CaseCommand, CaseEvent, CaseState, RecordedEvent } from './case';
import { evolve } from './evolve';

/** Numbers the events of one command and folds them in: the pure half of recording. */
export function number(
  state: CaseState,
  command: CaseCommand,
  events: readonly CaseEvent[],
): { readonly state: CaseState; readonly recorded: readonly RecordedEvent[] } {
  const recorded = events.map((event, index): RecordedEvent => ({
    caseId: state.caseId,
    seq: state.seq + 1 + index,
    at: command.at,
    actor: { id: command.actor.id, role: command.actor.role, org: command.actor.org },
    act: command.act,
    commandId: command.id,
    fingerprint: command.fingerprint,
    event,
  }));
  return { state: recorded.reduce(evolve, state), recorded };
}
