import { expect } from '@playwright/test';
import { builds } from '../builds.ts';
import { watchLayoutShifts } from './layout-shifts.ts';
import { test } from './ready-page.ts';
import { at, faultsFileOf, pageTypes } from './site.ts';

const day = 24 * 60 * 60 * 1000;
const types = ['article', 'symptom'] as const;

/** The day of the last review of the pages under test, at its beginning in UTC. */
async function lastReview(): Promise<number> {
  const { faults } = await faultsFileOf(builds.root);
  return Date.parse(faults[0]?.reviewed ?? '');
}

for (const type of types) {
  test(`${type}: says that a review is due, on the first day after it holds no longer`, async ({ page }) => {
    await page.goto(at(await pageTypes[type]()));
    const notice = page.getByText('Due for review.').locator('..');
    await expect(notice).toBeHidden();
    const [, every = ''] = /more than (\d+) days ago/.exec((await notice.textContent()) ?? '') ?? [];
    const lastDay = (await lastReview()) + Number(every) * day;
    for (const [now, due] of [
      [lastDay + day - 1000, false],
      [lastDay + day, true],
      [lastDay + 3000 * day, true],
    ] as const) {
      await page.clock.setFixedTime(now);
      await page.reload();
      await expect(notice).toBeVisible({ visible: due });
    }
  });

  test(`${type}: nothing moves when the notice shows`, async ({ page }) => {
    await page.clock.setFixedTime((await lastReview()) + 3000 * day);
    const shifts = await watchLayoutShifts(page);
    await page.goto(at(await pageTypes[type]()), { waitUntil: 'networkidle' });
    await expect(page.getByText('Due for review.')).toBeVisible();
    expect(await shifts()).toEqual([]);
  });
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  for (const type of types)
    test(`${type}: the day of the last review stands there, and no notice`, async ({ page }) => {
      await page.goto(at(await pageTypes[type]()));
      const reviewed = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' }).format(await lastReview());
      const day = page.locator('.article-head summary time, dt:text("Last reviewed") + dd').first();
      await expect(day).toHaveText(reviewed);
      await expect(page.getByText('Due for review.')).toBeHidden();
    });
});
