import { join } from 'node:path';
import { loadCatalogue } from '../config/catalogue';
import type { Env } from '../config/env';
import { loadRoster } from '../config/roster';
import { migrate } from '../db/migrate';
import { createPool } from '../db/pool';
import { saveRoster } from '../db/saveRoster';
import { BUREAU, DISPATCH_CENTRE } from '../domain/people';

/** Brings a database to the newest shape and the roster's people into it. Done twice it is done once. */
export async function prepareDatabase(
  env: Pick<Env, 'catalogueDir'> & { readonly databaseUrl: string },
): Promise<{ readonly migrations: readonly string[]; readonly people: number }> {
  const catalogue = loadCatalogue(env.catalogueDir);
  const orgs = new Set([...catalogue.towns.map(({ code }) => code), BUREAU, DISPATCH_CENTRE]);
  const roster = loadRoster(join(env.catalogueDir, 'officers.csv'), orgs);
  const migrations = await migrate(env.databaseUrl);
  const db = createPool(env.databaseUrl, { max: 1, patienceMs: 10_000 });
  try {
    await saveRoster(db, roster);
  } finally {
    await db.end();
  }
  return { migrations, people: roster.length };
}
