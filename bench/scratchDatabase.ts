import { randomUUID } from 'node:crypto';
import pg from 'pg';

/** A database of its own on the server that `url` names; gone with `drop`. */
export async function scratchDatabase(url: string): Promise<{ readonly url: string; drop(): Promise<void> }> {
  const name = `bench_${randomUUID().replaceAll('-', '').slice(0, 12)}`;
  await asAdmin(url, `create database ${name}`);
  const own = new URL(url);
  own.pathname = `/${name}`;
  return { url: own.toString(), drop: () => asAdmin(url, `drop database if exists ${name} with (force)`) };
}

async function asAdmin(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
