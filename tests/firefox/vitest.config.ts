/** `npm run test:firefox`: what readers rely on, in a second engine. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    environment: 'node',
    include: ['tests/firefox/**/*.test.ts'],
    globalSetup: 'tests/firefox/global-setup.ts',
    // One process for all files, so that they share one Firefox and its clipboard.
    pool: 'forks',
    maxWorkers: 1,
    isolate: false,
    // No test measures time: on a busy machine Firefox alone may need half a minute to start.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 60_000 } },
  },
});
