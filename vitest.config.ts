import { defineConfig } from 'vitest/config';

/** Tests that start a browser: the diagrams and pictures that it draws are what they are about. */
const drawing = ['tests/content/diagrams.test.ts', 'tests/content/pictures.test.ts'];

export default defineConfig({
  test: {
    environment: 'node',
    // A test that compares nothing would pass whatever happens.
    expect: { requireAssertions: true },
    // To load all modules anew for each file takes longer than the tests. What a test replaces is put back after it.
    isolate: false,
    unstubEnvs: true,
    unstubGlobals: true,
    restoreMocks: true,
    // No test measures time: on a busy machine all of them may be slow.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    projects: [
      { extends: true, test: { name: 'unit', include: ['tests/unit/**/*.test.ts', 'tests/content/**/*.test.ts'], exclude: drawing } },
      { extends: true, test: { name: 'drawing', include: drawing } },
      // Real web servers, which serve a built fixture: see tests/servers/.
      { extends: true, test: { name: 'servers', include: ['tests/servers/**/*.test.ts'], globalSetup: 'tests/servers/global-setup.ts' } },
    ],
  },
});
