import { expect } from '@playwright/test';
import { test } from './ready-page.ts';
import { at, symptomsOf } from './site.ts';

const attacks = [
  '<img src=x onerror="window.broken=1">',
  '<script>window.broken=1</script>',
  '"><svg onload=window.broken=1>',
  'javascript:window.broken=1//',
];

for (const attack of attacks) {
  test(`is shown as text, never read as HTML: ${attack}`, async ({ page }) => {
    const [{ title }] = await symptomsOf();
    const box = page.getByRole('textbox', { name: 'Error message, log or description' });
    for (const query of [attack, `${title} ${attack}`]) {
      for (const form of ['#q=', '?q=']) {
        await page.goto('about:blank');
        await page.goto(at(`/search/${form}${encodeURIComponent(query)}`));
        await expect(box).toHaveValue(query);
        await expect(page.getByRole('status')).not.toHaveText(/^(Loading|$)/);
        expect(await page.evaluate(() => 'broken' in window)).toBe(false);
        await expect(page.getByRole('main').locator('img, script:not([type]), svg[onload]')).toHaveCount(0);
      }
    }
  });
}

test('no request carries anything of it', async ({ page }) => {
  const secret = 'qzxsecretqzx';
  const [{ title }] = await symptomsOf();
  const sent: string[] = [];
  page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''} ${JSON.stringify(request.headers())}`));
  await page.goto(at('/'));
  const box = page.getByRole('textbox', { name: 'Error message, log or description' });
  for (const query of [`${title} ${secret}`, title, secret]) {
    await box.fill(query);
    await box.press('Enter');
    await expect(page).toHaveURL(at(`/search/#q=${encodeURIComponent(query)}`));
    await expect(page.getByRole('status')).not.toHaveText(/^(Loading|$)/);
  }
  await page.goto(at('/'));
  expect(sent.length).toBeGreaterThan(5);
  expect(sent.filter((request) => request.includes(secret))).toEqual([]);
});

test('is not kept in the browser', async ({ page, context }) => {
  const secret = 'qzxsecretqzx';
  await page.goto(at(`/search/#q=${secret}`));
  await expect(page.getByRole('status')).not.toHaveText(/^(Loading|$)/);
  expect(JSON.stringify(await context.storageState({ indexedDB: true }))).not.toContain(secret);
  expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage }))).not.toContain(secret);
});
