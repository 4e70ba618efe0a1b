import { defineConfig } from 'vitest/config';

/** Tests that start a browser, because they are about the diagrams and pictures that it draws. */
const drawing = ['tests/content/diagrams.test.ts', 'tests/content/pictures.test.ts', 'tests/unit/render/browser.test.ts'];

export default defineConfig({
  test: {
    environment: 'node',
    // A test that compares nothing would pass whatever happens.
    expect: { requireAssertions: true },
    // Loading all modules again for each file takes longer than the tests. The options below restore what a test replaces.
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
