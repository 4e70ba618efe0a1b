import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    environment: 'node',
    include: ['tests/unit/**/*.test.ts', 'tests/content/**/*.test.ts'],
    // No test measures time: on a busy machine all of them may be slow.
    testTimeout: 60_000,
  },
});
