import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
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
  const stack = await bringStack({ ...env, localDir: join(env.localDir, 'test') }, () => undefined, {
    timeSkipping: true,
  });
  await prepareDatabase({ catalogueDir: env.catalogueDir, databaseUrl: stack.databaseUrl });
  project.provide('databaseUrl', stack.databaseUrl);
  project.provide('temporalAddress', stack.temporalAddress);
  project.provide('workflowBundle', (await bundle()).code);
  return () => stack.stop();
}
