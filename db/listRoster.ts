import type { Role } from '../domain/people';
import type { Queryable } from './pool';

export interface RosterRow {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly org: string;
  readonly certificateNo: string | null;
  readonly certificateUntil: string | null;
  readonly qualified: boolean;
  /** Since when they are off the roster; null = they are on it. */
  readonly retiredAt: string | null;
}

/** Everybody who is or was on the roster, by organisation. */
export async function listRoster(db: Queryable): Promise<readonly RosterRow[]> {
  const { rows } = await db.query<RosterRow>(
    `select id, name, role, org, certificate_no as "certificateNo", certificate_until as "certificateUntil",
            qualified, retired_at as "retiredAt"
     from people order by org, length(id), id`,
  );
  return rows;
}
