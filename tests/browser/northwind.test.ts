/** The site of another team: what it says is from its own content root, and nothing in it names this project. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect } from '@playwright/test';
import { readContent } from '../../src/content/read-content.ts';
import { brandOf } from '../../src/render/pictures/brand.ts';
import { pictureSvg } from '../../src/render/pictures/picture.ts';
import { sitePictures } from '../../src/render/pictures/site-pictures.ts';
import { builds, filesOf } from '../builds.ts';
import { test } from './ready-page.ts';
import { northwindUrl } from './site.ts';

const { folder, content } = builds.northwind;
const at = (address: string) => new URL(address, northwindUrl()).href;
const foreign = /faultbook/i;

/** The bytes of a file as text; the parts of the search index are compressed. */
async function textOf(file: string): Promise<string> {
  const bytes = await readFile(path.join(folder, file));
  return (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString('latin1');
}

test('no file has the name of this project: no page, script, style sheet, data or file for hosts', async () => {
  const files = await filesOf(folder);
  expect(files.length).toBeGreaterThan(50);
  const named = await Promise.all(files.map(async (file) => (foreign.test(file) || foreign.test(await textOf(file)) ? [file] : [])));
  expect(named.flat()).toEqual([]);
});

test('neither has the source of any picture, which shows the name of the site', async () => {
  const corpus = await readContent(content);
  const brand = brandOf(corpus.site);
  const pictures = sitePictures(corpus).map(({ content }) => pictureSvg(content, brand));
  expect(pictures).toHaveLength(6);
  for (const svg of pictures) {
    expect(svg).not.toMatch(foreign);
    expect(svg).toContain('>Northwind Payment Errors</text>');
    expect(svg).toContain('fill="#0b6e6e"');
  }
});

test('the header has its name and its logo, titles its tagline, the front page the usual sentence', async ({ page }) => {
  await page.goto(at(''));
  await expect(page).toHaveTitle('Northwind Payment Errors: What the payment platform prints, and what to do');
  const home = page.getByRole('banner').getByRole('link', { name: 'Northwind Payment Errors', exact: true });
  await expect(home.locator('img')).toHaveJSProperty('naturalWidth', 96);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Paste the error. Get the fix.');
  await expect(page.locator('link[rel="icon"]')).toHaveAttribute('href', '/kb/logo.png');
  await expect(page.locator('link[rel="canonical"]')).toHaveAttribute('href', 'https://kb.northwind.example/kb/');
  await expect(page.getByRole('contentinfo').getByRole('link', { name: 'Source' })).toHaveAttribute(
    'href',
    'https://gitlab.northwind.example/payments/runbooks',
  );
});

test('an article about a service of its own needs no reference, and has no list of them then', async ({ page }) => {
  await page.goto(at('articles/payment-gateway-refuses/'));
  await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
  await expect(page.locator('#references, [href="#references"]')).toHaveCount(0);
  const markdown = await readFile(path.join(folder, 'articles/payment-gateway-refuses.md'), 'utf8');
  expect(markdown).not.toContain('## References');
});

for (const [colorScheme, accent] of [
  ['light', 'rgb(11, 110, 110)'],
  ['dark', 'rgb(104, 187, 186)'],
] as const)
  test(`links that are pointed at have its accent in the ${colorScheme} theme`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto(at('symptoms/'));
    const link = page.getByRole('main').getByRole('link').last();
    await link.hover();
    await expect(link).toHaveCSS('color', accent);
  });

test('an article is edited on its GitLab', async ({ page }) => {
  await page.goto(at('articles/payment-gateway-refuses/'));
  await page.getByText(/^Tested with/).click();
  await expect(page.getByRole('link', { name: 'Edit this article' })).toHaveAttribute(
    'href',
    'https://gitlab.northwind.example/payments/runbooks/-/edit/trunk/articles/payment-gateway-refuses/index.mdx',
  );
});

test('no message leaves the company: it can be copied, and is reported nowhere', async ({ page }) => {
  await page.goto(at('search/#q=zzqx wvvk refused'));
  await page.getByText('Is this error missing?').click();
  await expect(page.getByRole('button', { name: 'Copy these lines' })).toBeVisible();
  await expect(page.getByRole('main').getByRole('link', { name: /report/i })).toHaveCount(0);
});

test('a ticket note is stamped in its words', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(at('symptoms/gateway-key-expired/'));
  await page
    .getByRole('button', { name: /^Copy for the ticket/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'Plain text' }).click();
  await expect(page.getByText('Copied as Plain text')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/\nRunbook revision [0-9a-f]{8}, \d{4}-\d\d-\d\dT[\d:]+Z$/);
});

test('browsers get a short name that ends with a word', async () => {
  expect(await textOf('opensearch.xml')).toContain('<ShortName>Northwind</ShortName>');
});
