import type { Channel, ClueText } from '../domain/triage/triage';
import type { Queryable } from './pool';

export interface ClueOnFile extends ClueText {
  readonly clueId: string;
}

/** The last clues as triage read them, the newest first. The form's item stands only in the message as it came. */
export async function lastClues(db: Queryable, limit: number): Promise<readonly ClueOnFile[]> {
  const { rows } = await db.query<{
    id: string;
    channel: Channel;
    text: string;
    place: string | null;
    lng: number | null;
    lat: number | null;
    item_code: string | null;
  }>({
    name: 'last-clues',
    text: `select c.id, c.channel, c.text, c.place, c.lng, c.lat, m.item_code
           from (select * from clues order by received_at desc, id desc limit $1) c
           left join lateral (select original ->> 'itemCode' as item_code from clue_messages
                              where clue_id = c.id order by id limit 1) m on true
           order by c.received_at desc, c.id desc`,
    values: [limit],
  });
  return rows.map(({ id, channel, text, place, lng, lat, item_code: itemCode }) => ({
    clueId: id,
    channel,
    text,
    place,
    position: lng === null || lat === null ? null : { lng, lat },
    itemCode,
  }));
}
