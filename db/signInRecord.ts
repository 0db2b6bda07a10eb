import type { Instant } from '../domain/catalogue';
import type { Queryable } from './pool';

/** What is on record of people coming in, and of screens. Written in the statement that does it, so that neither is without the other. */
export const SIGN_IN_DEEDS = ['signed_in', 'signed_out', 'session_ended', 'screen_opened', 'screen_ended'] as const;
export type SignInDeed = (typeof SIGN_IN_DEEDS)[number];

export interface SignInRow {
  readonly id: number;
  readonly at: Instant;
  readonly what: SignInDeed;
  readonly person: string;
  readonly name: string | null;
  /** Whose session, or where the screen hangs. */
  readonly concerns: string;
  /** Of the person whose session it is; null for a screen. */
  readonly concernsName: string | null;
}

export interface SignInFilter {
  /** Who did it or whose session it was. */
  readonly person: string | null;
  readonly what: SignInDeed | null;
  /** From an instant to before another. */
  readonly from: Instant | null;
  readonly until: Instant | null;
  /** Only what came before this number. */
  readonly before: number | null;
  readonly limit: number;
}

/** The newest first. */
export async function listSignIns(
  db: Queryable,
  { person, what, from, until, before, limit }: SignInFilter,
): Promise<readonly SignInRow[]> {
  const { rows } = await db.query<SignInRow>(
    `select r.id, r.at, r.what, r.person, p.name, r.concerns, c.name as "concernsName"
     from sign_in_record r left join people p on p.id = r.person left join people c on c.id = r.concerns
     where ($1::text is null or $1 in (r.person, p.name, r.concerns, c.name)) and ($2::text is null or r.what = $2)
       and ($3::timestamptz is null or r.at >= $3) and ($4::timestamptz is null or r.at < $4)
       and ($5::bigint is null or r.id < $5)
     order by r.id desc limit $6`,
    [person, what, from, until, before, limit],
  );
  return rows;
}
