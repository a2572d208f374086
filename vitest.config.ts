import { defineConfig } from 'vitest/config';

// Forks, not threads: tests open sockets, start processes and load encodings, which are freed with the process.
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: 'test/playground/build-page.ts',
    testTimeout: 20_000,
    // What is waited for comes at once on a machine with nothing else to do.
    expect: { poll: { timeout: 10_000 } },
    pool: 'forks',
    maxWorkers: '100%',
  },
});
