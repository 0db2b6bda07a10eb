import type pg from 'pg';
import { clueNow, insertMessage, tellReporter } from '../db/clueMessages';
import { learnNames, type NamedClue } from '../db/clueNames';
import { oweDuties } from '../db/oweDuties';
import type { Instant } from '../domain/catalogue';
import { supplementedDuty } from '../domain/duties';
import type { Triage } from '../domain/triage/triage';
import type { ClueNames } from './clueNames';
import { Problem } from './problem';
import type { ClueInput } from './schemas/clues';

export interface ClueAnswer {
  readonly clueId: string;
  readonly caseId: string | null;
  readonly triage: Triage;
  /** The number was known and the content is new: it was added to the clue. */
  readonly supplement?: true;
}

interface Message {
  readonly caller: string;
  readonly now: Instant;
  readonly number: string | null;
  readonly fingerprint: string;
  readonly body: ClueInput & { readonly text: string };
  readonly original: unknown;
}

/**
 * The answer to a message whose key or number is on file. The same content gets the same answer, and its other name is
 * learnt. Other content under a known number is added to the clue: a hotline sends an order again when the caller adds
 * to it, and refusing would lose that, while a clue of its own would open the matter twice. Once the matter is over
 * nobody would read it any more: then it is refused, and comes again under a number of its own.
 */
export async function sameAgain(
  client: pg.PoolClient,
  found: readonly NamedClue[],
  names: ClueNames,
  message: Message,
): Promise<ClueAnswer> {
  const under = (name: ClueNames['key']): NamedClue | undefined =>
    found.find((each) => name !== null && each.scope === name.scope && each.name === name.name);
  const byKey = under(names.key);
  const byNumber = under(names.number);
  const clue = byKey ?? byNumber;
  if (clue === undefined) throw new Error('found under a name that was not asked for');
  if (byKey !== undefined && byKey.sent !== message.fingerprint) throw keyReused();

  const same = clue.fingerprint === message.fingerprint;
  if (!same && byKey === undefined) await supplement(client, clue.clueId, message);
  const learnt = names.all.filter(({ scope, name }) => under({ scope, name }) === undefined);
  if (learnt.length > 0) await learnNames(client, clue.clueId, learnt);
  const { clueId, caseId, triage } = clue;
  return { clueId, caseId, triage, ...(same ? {} : { supplement: true }) };
}

async function supplement(client: pg.PoolClient, clueId: string, message: Message): Promise<void> {
  const { caller, now, number, fingerprint, body, original } = message;
  const clue = await clueNow(client, clueId, fingerprint);
  if (clue.said) return;
  if (clue.answered || clue.closed) {
    throw new Problem('number_reused', '这个编号的线索已有结论，补充内容无人再看；请用新的编号作为新线索上报。', {
      at: 'body/number',
    });
  }
  const { channel, text } = body;
  await insertMessage(client, { clueId, receivedAt: now, caller, channel, number, fingerprint, text, original });
  if (body.reporter !== undefined) await tellReporter(client, clueId, body.reporter);
  if (clue.caseId !== null && clue.owner !== null) {
    await oweDuties(client, [{ caseId: clue.caseId, duty: supplementedDuty(clue.caseId, clue.owner) }]);
  }
}

function keyReused(): Problem {
  return new Problem('key_reused', '这个幂等键已用于另一份内容；新线索请用新的键。', { at: 'idempotency-key' });
}
