/** What the tests of the offline copy share: a deployed site of each test's own, and what is on its pages. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test as base, type Locator, type Page } from '@playwright/test';
import type { SiteVersion } from '../../src/reader/offline/site-version.ts';
import type { SearchedSymptom } from '../../src/search/searched-symptom.ts';
import { builds, type Build } from '../builds.ts';
import { Deployment } from './deployments.ts';
import { symptomsOf } from './site.ts';

/** A test with a deployed site of its own, below a base path, and with service workers: the small fixture, unless it says otherwise. */
export const test = base.extend<{ build: Build; site: Deployment }>({
  serviceWorkers: 'allow',
  build: [builds.history, { option: true }],
  site: async ({ build }, use) => {
    const site = new Deployment(build);
    await site.deploy();
    await use(site);
    await site.close();
  },
});

/** Expects what takes as long as the machine needs to fetch a site. */
export const expectInTime = expect.configure({ timeout: 150_000 });

/** A symptom whose title stands in HTML as it is. */
export async function symptomOf({ build }: Deployment): Promise<SearchedSymptom> {
  const symptom = (await symptomsOf(build)).find(({ title }) => /^[\w :]+$/.test(title));
  if (!symptom) throw new Error(`${build.folder} has no symptom with a plain title.`);
  return symptom;
}

/** The size of the site, in bytes. */
export async function sizeOf({ build }: Deployment): Promise<number> {
  const version = await readFile(path.join(build.folder, 'offline/version.json'), 'utf8');
  return (JSON.parse(version) as SiteVersion).bytes;
}

/** The control that keeps the site. */
export const control = (page: Page): Locator => page.locator('offline-copy');
/** A button of it. */
export const button = (page: Page, name: string): Locator => control(page).getByRole('button', { name });
/** What the control did last. */
export const outcome = (page: Page): Locator => control(page).getByRole('status');
/** The names of the caches that hold a copy, whole or not. */
export const copies = (page: Page): Promise<string[]> =>
  page.evaluate(async () => (await caches.keys()).filter((name) => name.includes(' copy ')));
/** Every address that a cache holds. */
export const cachedAddresses = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const opened = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
    return (await Promise.all(opened.map((cache) => cache.keys()))).flat().map(({ url }) => url);
  });

/** Presses a key once the page, which the service worker may reload, has loaded with its script. */
export async function press(page: Page, key: string): Promise<void> {
  await page.waitForLoadState();
  await page.keyboard.press(key);
}

/** Does something on the page, whereupon it starts the service worker, and waits until that has kept the page. */
export async function use(page: Page): Promise<void> {
  await press(page, 'Shift');
  const isKept = () =>
    page.evaluate(async () => navigator.serviceWorker.controller !== null && Boolean(await caches.match(location.pathname)));
  await expect.poll(isKept).toBe(true);
}

/** Keeps the site from its own page. */
export async function keep(page: Page, site: Deployment): Promise<void> {
  await page.goto(site.at('offline/'));
  await button(page, 'Keep for offline').click();
  await expectInTime(button(page, 'Remove offline copy')).toBeVisible();
}
