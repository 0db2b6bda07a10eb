import type { Instant } from '../domain/catalogue';
import type { Channel } from '../domain/triage/triage';
import type { ClueStanding } from './clueChanges';
import type { Queryable } from './pool';

export interface CorrectionRow {
  /** Of the change; the list is in its order. */
  readonly id: number;
  readonly at: Instant;
  readonly by: string;
  readonly channel: Channel;
  readonly text: string;
  readonly place: string | null;
  readonly before: ClueStanding;
  readonly after: ClueStanding;
  /** Whom the text must not name. */
  readonly reporter: { readonly name: string | null; readonly phone: string | null };
}

/** What each clue was found to be in the end, oldest first: its last settlement or redispatch. */
export async function listCorrections(
  db: Queryable,
  { after, limit }: { readonly after: number; readonly limit: number },
): Promise<readonly CorrectionRow[]> {
  const { rows } = await db.query<{
    id: number;
    at: Instant;
    actor_id: string;
    channel: Channel;
    text: string;
    place: string | null;
    before: ClueStanding;
    after: ClueStanding;
    name: string | null;
    phone: string | null;
  }>(
    `select h.id, h.at, h.actor_id, c.channel, c.text, c.place, h.before, h.after, p.name, p.phone
     from clue_changes h join clues c on c.id = h.clue_id left join persons p on p.id = c.reporter
     where h.id > $1 and h.kind in ('settled', 'redispatched')
       and not exists (select from clue_changes later where later.clue_id = h.clue_id and later.id > h.id
                         and later.kind in ('settled', 'redispatched'))
     order by h.id limit $2`,
    [after, limit],
  );
  return rows.map(({ actor_id, name, phone, ...row }) => ({ ...row, by: actor_id, reporter: { name, phone } }));
}
