import { defineConfig } from 'vitest/config';

/** One project for each folder of tests, so that a part can be run alone: `vitest --project shared`. */
const PROJECTS = ['shared', 'electron', 'renderer', 'scenario', 'interop', 'faults', 'build'];

export default defineConfig({
  test: {
    // Two offices' machines and CI have two cores; every test file gets its own process, because
    // better-sqlite3 is native.
    maxWorkers: 2,
    pool: 'forks',
    silent: 'passed-only',
    projects: PROJECTS.map((name) => ({
      test: {
        name,
        include: [`tests/${name}/**/*.test.{ts,tsx}`],
        environment: 'node',
        testTimeout: 30_000,
        hookTimeout: 60_000,
        pool: 'forks' as const,
      },
    })),
  },
});
