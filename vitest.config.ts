import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    pool: 'threads',
    // A thread for each core; by itself vitest would keep one core back, and half of two is much.
    maxWorkers: '100%',
    // Modules are loaded once a thread and not once a file: neither the source nor the tests change anything that
    // outlives a test (test/architecture/shared-process.test.ts).
    isolate: false,
  },
});
