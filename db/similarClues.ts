import type { Instant } from '../domain/catalogue';
import type { ReportedMatter } from '../domain/triage/sameMatter';
import type { Position } from '../domain/triage/triage';
import type { Queryable } from './pool';

export interface OnFile extends Omit<ReportedMatter, 'ref'> {
  readonly clueId: string;
  readonly caseId: string | null;
  readonly position: Position | null;
  readonly sameWords: boolean;
}

export interface Sought {
  readonly textHash: string;
  /** As `keysToFind` gives them. */
  readonly itemInTown: readonly number[];
  readonly others: readonly number[];
  readonly since: Instant;
  /** The clue that is compared, where it is on file itself. */
  readonly except: string | null;
}

const OF_ITEM_IN_TOWN = 200;
const OF_OTHERS = 60;

const COLUMNS = 'c.id, c.case_id, c.item, c.town, c.place, c.lng, c.lat, c.text, c.received_at as at';
const OPEN = `c.received_at >= $4 and c.id is distinct from $5
              and (c.case_id is null or not exists (select from cases k where k.id = c.case_id and k.closed_at is not null))`;

/**
 * Reports on file that a new one may repeat, by an index and not by a scan: word for word; then the newest of its item
 * in its town; then those that share most of the other keys. Only of matters that are still open.
 */
export async function similarClues(db: Queryable, sought: Sought): Promise<readonly OnFile[]> {
  const { rows } = await db.query<{
    id: string;
    case_id: string | null;
    item: string | null;
    town: string | null;
    place: string | null;
    lng: number | null;
    lat: number | null;
    text: string;
    at: string;
    same_words: boolean;
  }>({
    name: 'similar-clues',
    text: `(select ${COLUMNS}, true as same_words from clues c
            where c.text_hash = $1 and ${OPEN} order by c.received_at limit 1)
           union all
           (select ${COLUMNS}, false from clues c
            where c.keys && $2::integer[] and c.keys is not null and ${OPEN}
            order by c.received_at desc limit ${OF_ITEM_IN_TOWN})
           union all
           (select ${COLUMNS}, false from clues c
            where c.keys && $3::integer[] and c.keys is not null and c.outcome in ('case', 'desk') and ${OPEN}
            order by (select count(*) from unnest(c.keys) as k where k = any ($3::integer[])) desc, c.received_at desc
            limit ${OF_OTHERS})`,
    values: [sought.textHash, sought.itemInTown, sought.others, sought.since, sought.except],
  });
  return rows.map((row) => ({
    clueId: row.id,
    caseId: row.case_id,
    item: row.item,
    town: row.town,
    place: row.place,
    position: row.lng === null || row.lat === null ? null : { lng: row.lng, lat: row.lat },
    text: row.text,
    at: row.at,
    sameWords: row.same_words,
  }));
}
