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
  readonly item: string | null;
  readonly town: string | null;
  /** A report of another town can only be the same matter where both have their position. */
  readonly located: boolean;
  /** As `keysToFind` gives them. */
  readonly keys: readonly number[];
  readonly since: Instant;
}

const OF_ITEM_IN_TOWN = 200;
const OF_KEYS = 60;

const COLUMNS = 'c.id, c.case_id, c.item, c.town, c.place, c.lng, c.lat, c.text, c.received_at as at';
// A subquery, and neither a join nor `not exists`: those the planner may turn into a scan of all closed cases.
const OPEN = '(select k.closed_at from cases k where k.id = c.case_id) is null';

/**
 * Reports on file that new ones may repeat, by an index and not by a scan: word for word; then the newest of the item in
 * the town; then those that share most keys. Only of matters that are still open. Answers for each that is sought.
 */
export async function similarClues(db: Queryable, sought: readonly Sought[]): Promise<readonly (readonly OnFile[])[]> {
  const { rows } = await db.query<{
    sought: number;
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
    // The keys are bound to their days: with the time as well, the planner reads all reports of the week beside them.
    text: `select s.n as sought, c.*
           from jsonb_to_recordset($1::jsonb) as s (n integer, "textHash" text, item text, town text, located boolean,
                                                    keys integer[], since timestamptz)
           cross join lateral (
             (select ${COLUMNS}, true as same_words from clues c
              where c.text_hash = s."textHash" and c.received_at >= s.since and ${OPEN}
              order by c.received_at limit 1)
             union all
             (select ${COLUMNS}, false from clues c
              where c.item = s.item and c.town = s.town and c.keys is not null and c.received_at >= s.since and ${OPEN}
              order by c.received_at desc limit ${OF_ITEM_IN_TOWN})
             union all
             (select ${COLUMNS}, false from clues c
              where c.keys && s.keys and c.keys is not null and c.outcome in ('case', 'desk')
                and (c.town is null or s.town is null or c.town = s.town or (s.located and c.lng is not null)) and ${OPEN}
              order by (select count(*) from unnest(c.keys) as k where k = any (s.keys)) desc, c.received_at desc
              limit ${OF_KEYS})
           ) c`,
    values: [JSON.stringify(sought.map((one, n) => ({ n, ...one })))],
  });
  const found = sought.map((): OnFile[] => []);
  for (const row of rows) {
    found[row.sought]?.push({
      clueId: row.id,
      caseId: row.case_id,
      item: row.item,
      town: row.town,
      place: row.place,
      position: row.lng === null || row.lat === null ? null : { lng: row.lng, lat: row.lat },
      text: row.text,
      at: row.at,
      sameWords: row.same_words,
    });
  }
  return found;
}
