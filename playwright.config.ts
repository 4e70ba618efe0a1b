/** Tests in a real browser, on the built site; `npm test` builds it first. */
import { defineConfig } from '@playwright/test';
import { findBrowser } from './src/render/browser.ts';

export default defineConfig({
  testDir: 'tests/browser',
  globalSetup: './tests/browser/global-setup.ts',
  workers: 2,
  fullyParallel: true,
  snapshotPathTemplate: '{testDir}/layout/{arg}{ext}',
  forbidOnly: Boolean(process.env['CI']),
  reporter: process.env['CI'] ? [['list'], ['github']] : 'list',
  use: {
    launchOptions: await findBrowser(),
    viewport: { width: 1280, height: 900 },
    // Jumps arrive at once, so that no test has to wait for a scroll of unknown length.
    contextOptions: { reducedMotion: 'reduce' },
    // With one, routes of a test would not see what pages ask; the tests of what serves offline allow it.
    serviceWorkers: 'block',
    actionTimeout: 10_000,
    trace: 'retain-on-failure',
  },
});
