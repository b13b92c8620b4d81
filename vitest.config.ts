import { defineConfig } from 'vitest/config';

/**
 * Four suites: `unit` needs nothing but the sources; `cli` starts the built program, so it builds first; `slow` holds
 * what takes minutes or hundreds of megabytes; `real` reads real documents beside the project and is skipped without them.
 */
const slow = 'test/**/*.slow.test.ts';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/cli/**', 'test/real/**', slow],
          // No test measures time: a limit is there for what never ends, on the slowest machine.
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'cli',
          include: ['test/cli/**/*.test.ts'],
          exclude: [slow],
          globalSetup: 'test/support/build.ts',
          testTimeout: 180_000,
        },
      },
      {
        test: {
          name: 'slow',
          include: [slow],
          globalSetup: 'test/support/build.ts',
          testTimeout: 600_000,
        },
      },
      {
        test: {
          name: 'real',
          include: ['test/real/**/*.test.ts'],
          globalSetup: ['test/support/real.ts'],
          testTimeout: 300_000,
        },
      },
    ],
  },
});
