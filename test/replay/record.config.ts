import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

/** For `npm run histories` alone: what it writes is part of a release, no test of it. */
export default defineConfig({
  test: {
    root: join(import.meta.dirname, '../..'),
    include: ['test/replay/record.test.ts'],
    globalSetup: ['test/support/globalSetup.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    pool: 'forks',
  },
});
