import { defineConfig } from 'vitest/config';

// Forks, not threads: tests open sockets, start processes and load encodings, which are freed with the process.
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: 'test/playground/build-page.ts',
    testTimeout: 20_000,
    pool: 'forks',
    maxWorkers: '100%',
  },
});
