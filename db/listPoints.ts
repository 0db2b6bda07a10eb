import type { Light } from '../domain/time/clock';
import type { Channel } from '../domain/triage/triage';
import { LIGHT } from './listCases';
import type { Queryable } from './pool';

export interface CasePoint {
  readonly caseId: string;
  readonly itemName: string;
  readonly town: string;
  readonly light: Light;
  readonly lng: number;
  readonly lat: number;
}

/** Open cases that were reported with a position, the earliest due first; where the first such report puts it. */
export async function casePoints(db: Queryable, seenBy: string | null, limit: number): Promise<readonly CasePoint[]> {
  const { rows } = await db.query<CasePoint>(
    `select c.id as "caseId", c.name as "itemName", c.town, c.light, k.lng, k.lat
     from (select id, state -> 'item' ->> 'name' as name, town, due_at, ${LIGHT} as light from cases
           where closed_at is null and ($1::text is null or town = $1 or owner = $1 or $1 = any(cooperating))) c
     cross join lateral (select lng, lat from clues where case_id = c.id and lng is not null
                         order by received_at limit 1) k
     order by c.due_at nulls last, c.id limit $2`,
    [seenBy, limit],
  );
  return rows;
}

export interface CluePoint {
  readonly clueId: string;
  readonly channel: Channel;
  readonly light: Light;
  readonly lng: number;
  readonly lat: number;
}

/** Clues with a position that wait at the desk, the earliest due first. */
export async function cluePoints(db: Queryable, limit: number): Promise<readonly CluePoint[]> {
  const { rows } = await db.query<CluePoint>(
    `select id as "clueId", channel, lng, lat,
       case when due_at <= now() then 'red' when yellow_at <= now() then 'yellow' else 'green' end as light
     from clues where outcome = 'desk' and settled_at is null and lng is not null
     order by due_at, id limit $1`,
    [limit],
  );
  return rows;
}
