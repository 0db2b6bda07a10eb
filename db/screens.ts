import type { Queryable } from './pool';

/** A screen that asked for nothing for so long is over: it was taken down, or its cookie is somewhere else. */
const IDLE = `interval '30 days'`;
/** A screen asks every few seconds; that it did is written down this seldom. */
const NOTED = `interval '1 hour'`;
const LIVES = `seen_at > now() - ${IDLE}`;

/** Lets a screen show the wall, and puts that on record. */
export async function openScreen(
  db: Queryable,
  screen: { readonly secretHash: Buffer; readonly place: string; readonly openedBy: string },
): Promise<void> {
  await db.query(
    `with over as (delete from screens where not (${LIVES})),
       opened as (insert into screens (secret_hash, place, opened_by) values ($1, $2, $3) returning place, opened_by)
     insert into sign_in_record (what, person, concerns) select 'screen_opened', opened_by, place from opened`,
    [screen.secretHash, screen.place, screen.openedBy],
  );
}

export interface SeenScreen {
  readonly place: string;
  /** That it was seen was written down just now: so its cookie may live on as well. */
  readonly noted: boolean;
}

/** The screen that asks; null where it was ended, or has been away for too long. */
export async function seeScreen(db: Queryable, secretHash: Buffer): Promise<SeenScreen | null> {
  const { rows } = await db.query<{ place: string; due: boolean }>(
    `select place, seen_at <= now() - ${NOTED} as due from screens where secret_hash = $1 and ${LIVES}`,
    [secretHash],
  );
  const [row] = rows;
  if (row === undefined) return null;
  if (row.due) await db.query(`update screens set seen_at = now() where secret_hash = $1 and ${LIVES}`, [secretHash]);
  return { place: row.place, noted: row.due };
}

export interface ScreenRow {
  /** Names the screen without being of any use to whoever would show by it: the hash of its secret. */
  readonly id: string;
  readonly place: string;
  readonly openedBy: string;
  readonly openedByName: string | null;
  readonly openedAt: string;
  readonly seenAt: string;
}

/** The screens that show the wall, the latest first. */
export async function listScreens(db: Queryable): Promise<readonly ScreenRow[]> {
  const { rows } = await db.query<ScreenRow>(
    `select encode(s.secret_hash, 'hex') as id, s.place, s.opened_by as "openedBy", p.name as "openedByName",
       s.opened_at as "openedAt", s.seen_at as "seenAt"
     from screens s left join people p on p.id = s.opened_by
     where ${LIVES} order by s.opened_at desc, s.secret_hash`,
  );
  return rows;
}

/** Takes a screen down, and puts on record who did; one that isn't there stays so. */
export async function endScreen(db: Queryable, secretHash: Buffer, by: string): Promise<void> {
  await db.query(
    `with ended as (delete from screens where secret_hash = $1 returning place)
     insert into sign_in_record (what, person, concerns) select 'screen_ended', $2, place from ended`,
    [secretHash, by],
  );
}
