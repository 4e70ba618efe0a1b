import { expect } from '@playwright/test';
import { test } from './ready-page.ts';
import { at } from './site.ts';

/** A log as it is pasted: the line that matters among others, with a prefix and values in it. */
const log = `Nov 21 03:12:01 web-1 app[812]: starting worker 4
Nov 21 03:12:04 web-1 app[812]: PrismaClientKnownRequestError: Timed out fetching a new connection from the connection pool. More info: http://pris.ly/d/connection-pool (Current connection pool timeout: 10, connection limit: 5)
Nov 21 03:12:04 web-1 app[812]:   code: 'P2024'`;

test('a log gets the symptom it shows, with the words that prove it and what to do', async ({ page }) => {
  await page.goto(at(`search/#q=${encodeURIComponent(log)}`));
  await expect(page.getByRole('status')).toHaveText(/^Match/);
  const best = page.getByRole('main').getByRole('article').first();
  await expect(best.getByRole('heading', { level: 2 })).toContainText('P2024');
  await expect(best.locator('mark').first()).toContainText('Timed out fetching a new connection');
  await expect(best.getByText('Check first')).toBeVisible();
  await expect(best.getByText(/^Then: (Safe|Disruptive|Data loss), takes effect/)).toBeVisible();
});

test('values of the paste go into the commands by one switch, and out again', async ({ page }) => {
  const event = `Warning  FailedCreate  9s  replicaset-controller  Error creating: pods "web-7d4b9c-x2x9z" is forbidden: exceeded quota: team-a, requested: requests.cpu=2, used: requests.cpu=7, limited: requests.cpu=8`;
  await page.goto(at(`search/#q=${encodeURIComponent(event)}`));
  await expect(page.getByRole('status')).toHaveText(/^Match/);
  const commands = page.getByRole('main').getByRole('article').first().locator('.finding-step code');
  const before = await commands.allTextContents();
  const fill = page.getByRole('checkbox', { name: /^Fill in from the paste/ });
  if ((await fill.count()) === 0) {
    // The commands of this fault name nothing that the message holds.
    expect(before.join()).not.toMatch(/<pod>/);
    return;
  }
  await fill.check();
  expect(await commands.allTextContents()).not.toEqual(before);
  await fill.uncheck();
  expect(await commands.allTextContents()).toEqual(before);
});

test('what is no known fault gets no match, and no claim', async ({ page }) => {
  await page.goto(at(`search/#q=${encodeURIComponent('ORA-00054: resource busy and acquire with NOWAIT specified or timeout expired')}`));
  await expect(page.getByRole('status')).not.toHaveText('');
  await expect(page.getByRole('status')).not.toHaveText(/^Match/);
});

test('what has no match can be reported, without anything that is the reader’s own', async ({ page }) => {
  const paste = 'frobnicator[4711]: refused token=s3cr3t-abc123def456 from db7.internal.example.com:5432: flux capacitor drained';
  await page.goto(at(`search/#q=${encodeURIComponent(paste)}`));
  await expect(page.getByRole('status')).not.toHaveText('');
  const report = page.getByRole('link', { name: 'Report it as missing' });
  const address = decodeURIComponent((await report.getAttribute('href')) ?? '');
  expect(address).toContain('flux');
  for (const own of ['s3cr3t', 'abc123def456', 'db7.internal', '4711']) expect(address).not.toContain(own);
});

test('a file dropped on the box is read, and a log of megabytes is answered', async ({ page }) => {
  await page.goto(at('search/'));
  const filler = Array.from(
    { length: 40_000 },
    (_, line) => `2026-11-21T03:12:01Z web-1 info request ${line} served in ${line % 97} ms by worker ${line % 8}`,
  );
  const log = [...filler, "redis.exceptions.OutOfMemoryError: command not allowed when used memory > 'maxmemory'."].join('\n');
  const transfer = await page.evaluateHandle((text) => {
    const made = new DataTransfer();
    made.items.add(new File([text], 'app.log', { type: 'text/plain' }));
    return made;
  }, log);
  await page.locator('paste-box form').dispatchEvent('drop', { dataTransfer: transfer });
  await expect(page.getByRole('status')).toHaveText(/^Match: OOM command not allowed/);
});
