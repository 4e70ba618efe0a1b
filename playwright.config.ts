/** Tests in a real browser, on built sites; `npm test` builds them first. What each project is for: `tests/README.md`. */
import { availableParallelism } from 'node:os';
import { defineConfig } from '@playwright/test';
import { findBrowser } from './src/render/browser.ts';
import { builds, site, type Build } from './tests/builds.ts';
import type { Besides } from './tests/site/every-page.ts';

const testsOf = (...names: string[]) => names.map((name) => `**/${name}.test.ts`);
/** The tests that open every page, of what neither the name of a site nor its colours can change. */
const ofPages = testsOf('diagrams', 'without-javascript');
/** All tests that open every page in a browser. */
const inBrowser = [...ofPages, ...testsOf('accessibility', 'large-text', 'loading', 'overflow')];

export default defineConfig<object, { build: Build } & Besides>({
  globalSetup: './tests/browser/global-setup.ts',
  // A test waits for its page now and then; with twice as many as processors, the tests slowed each other down.
  workers: availableParallelism() + 1,
  fullyParallel: true,
  projects: [
    { name: 'browser', testDir: 'tests/browser' },
    { name: 'site', testDir: 'tests/site', use: { build: site } },
    // The checks of a site hold for the fixtures too, which have what no article need have.
    { name: 'fixture', testDir: 'tests/site', use: { build: builds.root } },
    { name: 'history', testDir: 'tests/site', use: { build: builds.history, besides: builds.root } },
    { name: 'northwind', testDir: 'tests/site', testIgnore: ofPages, use: { build: builds.northwind } },
    // Has no page of a kind that the others lack: what a browser shows of it need not be looked at again.
    { name: 'new site', testDir: 'tests/site', testIgnore: inBrowser, use: { build: builds.fresh } },
  ],
  snapshotPathTemplate: '{testDir}/layout/{arg}{ext}',
  forbidOnly: Boolean(process.env['CI']),
  reporter: process.env['CI'] ? [['list'], ['github']] : 'list',
  // No test measures time: a machine that is busy with other work may need several times as long.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  use: {
    launchOptions: await findBrowser(),
    viewport: { width: 1280, height: 900 },
    // Jumps arrive at once, so that no test has to wait for a scroll of unknown length.
    contextOptions: { reducedMotion: 'reduce' },
    // Playwright's routes do not see what a service worker requests; the tests of the offline copy allow it.
    serviceWorkers: 'block',
    actionTimeout: 60_000,
    // Recording costs a quarter of all time. For a test that fails: npx playwright test --trace on NAME
    trace: 'off',
  },
});
