import { defineConfig } from 'vitest/config';

/**
 * Two projects: the pure domain, which needs nothing, and the house with the real Postgres and Temporal of
 * `npm start`, brought once for all its files.
 */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'domain',
          sequence: { groupOrder: 0 },
          include: ['test/{domain,papers,archive,evidence}/**/*.test.ts'],
          // Beside other work a walk through every stage takes long; this only ends what never comes.
          testTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'house',
          sequence: { groupOrder: 1 },
          include: ['test/{workflow,api,db,console,engine}/**/*.test.ts', 'test/replay/replay.test.ts'],
          globalSetup: ['test/support/globalSetup.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          pool: 'forks',
          maxWorkers: 2,
        },
      },
      {
        test: {
          name: 'faults',
          sequence: { groupOrder: 2 },
          include: ['test/faults/**/*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 120_000,
          pool: 'forks',
          maxWorkers: 1,
        },
      },
    ],
  },
});
