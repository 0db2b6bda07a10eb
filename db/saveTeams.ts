import { inTransaction, type Pool } from './pool';

interface Member {
  readonly team: string;
  readonly officer: string;
  readonly since: string;
  readonly until: string | null;
}

/** Makes the teams what the file says. */
export async function saveTeams(pool: Pool, members: readonly Member[]): Promise<void> {
  await inTransaction(pool, async (client) => {
    // Whoever does the same meanwhile waits.
    await client.query('lock table team_members in share row exclusive mode');
    await client.query('delete from team_members');
    await client.query(
      `insert into team_members (team, officer, since, until)
       select * from jsonb_to_recordset($1::jsonb) as m (team text, officer text, since date, until date)`,
      [JSON.stringify(members)],
    );
  });
}
