import type { FastifyBaseLogger } from 'fastify';
import { TRIAGE_LABELS } from '../domain/labels';
import type { RouteDeps } from './apiApp';
import { channelRule, checkClue } from './channelRule';
import { withoutPersons, type Adapter } from './channels/adapter';
import { keyOf } from './headers';
import type { ClueAnswer } from './sameAgain';
import type { ClueInput, ClueReceipt } from './schemas/clues';
import { startSoon } from './startSoon';
import { submitClue } from './submitClue';

interface Received {
  readonly sender: string;
  /** What the adapter's schema has let pass. */
  readonly message: object;
  /** Null only where the message has a number. */
  readonly key: string | null;
  readonly log: FastifyBaseLogger;
}

/** A channel's message becomes a clue: the one way of all adapters into intake. */
export async function receive(
  deps: RouteDeps,
  { channel, personal, toClue }: Pick<Adapter, 'channel' | 'personal' | 'toClue'>,
  { sender, message, key, log }: Received,
): Promise<ClueReceipt> {
  const clue: ClueInput = { ...toClue(message as never), channel };
  const rule = channelRule(deps.channels, channel);
  deps.countSender(rule, sender);
  checkClue(rule, clue);
  const { answer, opened } = await submitClue(deps, {
    caller: sender,
    key: key === null && clue.number === undefined ? keyOf({}) : key,
    clue,
    original: withoutPersons(message, personal),
  });
  if (opened !== null) startSoon(deps, opened, log);
  return receiptOf(answer);
}

export function receiptOf({ clueId, caseId, triage, supplement }: ClueAnswer): ClueReceipt {
  return {
    clueId,
    caseId,
    outcome: triage.outcome,
    outcomeLabel: TRIAGE_LABELS[triage.outcome],
    townName: triage.townName,
    belongsTo: triage.belongsTo,
    supplement: supplement === true,
  };
}
