import type { Instant } from '../domain/catalogue';
import type { Queryable } from './pool';

/** One message about a clue, as it was received, without the persons in it. */
export interface ClueMessage {
  readonly clueId: string;
  readonly receivedAt: Instant;
  readonly caller: string;
  readonly channel: string;
  readonly number: string | null;
  readonly fingerprint: string;
  readonly text: string;
  readonly original: unknown;
}

export async function insertMessage(db: Queryable, message: ClueMessage): Promise<void> {
  await db.query({
    name: 'insert-message',
    text: `insert into clue_messages (clue_id, received_at, caller, channel, number, fingerprint, text, original)
           values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    values: [
      message.clueId,
      message.receivedAt,
      message.caller,
      message.channel,
      message.number,
      message.fingerprint,
      message.text,
      JSON.stringify(message.original),
    ],
  });
}

/** A supplement may name the reporter, or another number of theirs: what was told last counts. */
export async function tellReporter(
  db: Queryable,
  clueId: string,
  { name, phone }: { readonly name?: string; readonly phone?: string },
): Promise<void> {
  await db.query(
    `with known as (
       update persons set name = coalesce($2, persons.name), phone = coalesce($3, persons.phone), named_at = now()
       from clues where clues.id = $1 and persons.id = clues.reporter
     ), added as (
       insert into persons (id, kind, name, phone)
       select gen_random_uuid(), 'reporter', $2, $3 from clues where id = $1 and reporter is null
       returning id
     )
     update clues set reporter = added.id from added where clues.id = $1`,
    [clueId, name ?? null, phone ?? null],
  );
}

/** What came for a clue, the first message first. */
export async function messagesOf(db: Queryable, clueId: string): Promise<readonly ClueMessage[]> {
  const { rows } = await db.query<ClueMessage>(
    `select clue_id as "clueId", received_at as "receivedAt", caller, channel, number, fingerprint, text, original
     from clue_messages where clue_id = $1 order by id limit 200`,
    [clueId],
  );
  return rows;
}

export interface ClueNow {
  readonly said: boolean;
  readonly answered: boolean;
  readonly caseId: string | null;
  readonly owner: string | null;
  readonly closed: boolean;
}

/** Whether a clue has said this before, and what has become of it. Locks it until the transaction ends. */
export async function clueNow(db: Queryable, clueId: string, fingerprint: string): Promise<ClueNow> {
  const { rows } = await db.query<ClueNow>(
    `select exists (select 1 from clue_messages m where m.clue_id = c.id and m.fingerprint = $2) as said,
            c.answered_at is not null or c.outcome = 'not_ours' as answered,
            c.case_id as "caseId", k.owner, k.closed_at is not null as closed
     from clues c left join cases k on k.id = c.case_id where c.id = $1 for update of c`,
    [clueId, fingerprint],
  );
  const [row] = rows;
  if (row === undefined) throw new Error(`clue ${clueId} is not on file`);
  return row;
}
