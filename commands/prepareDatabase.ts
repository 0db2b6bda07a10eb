import { join } from 'node:path';
import { loadCatalogue } from '../config/catalogue';
import type { Env } from '../config/env';
import { loadRoster } from '../config/roster';
import { loadTeams } from '../config/teams';
import { migrate } from '../db/migrate';
import { createPool } from '../db/pool';
import { saveRoster } from '../db/saveRoster';
import { saveTeams } from '../db/saveTeams';
import { BUREAU, DISPATCH_CENTRE } from '../domain/people';

interface Prepared {
  readonly migrations: readonly string[];
  /** How many people are on the roster, and who left it now. */
  readonly people: number;
  readonly retired: readonly string[];
}

/** Brings a database to the newest shape and the roster's people and teams into it. Done twice it is done once. */
export async function prepareDatabase(
  env: Pick<Env, 'catalogueDir'> & { readonly databaseUrl: string },
): Promise<Prepared> {
  const catalogue = loadCatalogue(env.catalogueDir);
  const orgs = new Set([...catalogue.towns.map(({ code }) => code), BUREAU, DISPATCH_CENTRE]);
  const roster = loadRoster(join(env.catalogueDir, 'officers.csv'), orgs);
  const teams = loadTeams(env.catalogueDir, roster);
  const migrations = await migrate(env.databaseUrl);
  const db = createPool(env.databaseUrl, { max: 1, patienceMs: 10_000 });
  try {
    const retired = await saveRoster(db, roster);
    await saveTeams(db, teams);
    return { migrations, people: roster.length, retired };
  } finally {
    await db.end();
  }
}
