import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

/** `npm run pictures`: takes the README's pictures of the pages anew, from a house with cases of its own. */
export default defineConfig({
  test: {
    root: join(import.meta.dirname, '../..'),
    include: ['test/console/pictures.take.ts'],
    globalSetup: ['test/support/globalSetup.ts'],
    testTimeout: 300_000,
    hookTimeout: 120_000,
    pool: 'forks',
    maxWorkers: 1,
  },
});
