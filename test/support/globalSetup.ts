import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { freshConsole } from '../../commands/freshConsole';
import { prepareDatabase } from '../../commands/prepareDatabase';
import { readEnv } from '../../config/env';
import { bringStack } from '../../local/stack';
import { bundle } from '../../worker/bundle';

declare module 'vitest' {
  export interface ProvidedContext {
    readonly databaseUrl: string;
    readonly temporalAddress: string;
    readonly cliPath: string;
    readonly workflowBundle: string;
  }
}

/** Brings the servers once; every file makes its own database from the one that is prepared here. */
export default async function globalSetup(project: TestProject): Promise<() => Promise<void>> {
  const env = readEnv();
  await freshConsole(() => undefined);
  const stack = await bringStack({ ...env, localDir: join(env.localDir, 'test') }, () => undefined, {
    timeSkipping: true,
  });
  // Anew in each run: one that an earlier run prepared may have another shape.
  const databaseUrl = await emptyDatabase(stack.databaseUrl);
  await prepareDatabase({ catalogueDir: env.catalogueDir, databaseUrl });
  project.provide('databaseUrl', databaseUrl);
  project.provide('temporalAddress', stack.temporalAddress);
  project.provide('workflowBundle', (await bundle()).code);
  return () => stack.stop();
}

async function emptyDatabase(serverUrl: string): Promise<string> {
  const url = new URL(serverUrl);
  url.pathname = '/postgres';
  const client = new pg.Client({ connectionString: url.toString() });
  await client.connect();
  try {
    await client.query('drop database if exists house_template with (force)');
    await client.query(`create database house_template encoding 'UTF8' template template0`);
  } finally {
    await client.end();
  }
  url.pathname = '/house_template';
  return url.toString();
}
