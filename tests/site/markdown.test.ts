import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import { readMarkdown } from '../read-markdown.ts';
import { builds } from './builds.ts';
import { test } from './ready-page.ts';
import { articlePaths, at, faultsFileOf, symptomsOf, rootUrl } from './site.ts';

/** The Markdown that a page names as the same content. */
async function markdownOf(page: Page, address: string): Promise<string> {
  await page.goto(at(address));
  const link = await page.locator('link[rel="alternate"][type="text/markdown"]').getAttribute('href');
  const response = await page.request.get(at(link ?? ''));
  expect(response.headers()['content-type']).toBe('text/markdown; charset=utf-8');
  return response.text();
}

const textsOf = (page: Page, selector: string) =>
  page.locator(selector).evaluateAll((elements) => elements.map((element) => (element.textContent ?? '').trim().replace(/\s+/g, ' ')));
const codeOf = (page: Page) =>
  page.locator('main .expressive-code pre').evaluateAll((blocks) => blocks.map((block) => block.textContent.replace(/\n$/, '')));
/** Pages cut blanks at the ends of lines, and show changes by colour in place of signs. */
const asShown = ({ lang, value }: { lang?: string | null | undefined; value: string }) =>
  value.split('\n').map((line) => (lang === 'diff' ? line.replace(/^[+-]/, '').trim() : line.trimEnd()));
/** Each block of a page beside the same block of its Markdown, both as pages show code. */
async function expectSameCode(page: Page, code: readonly { lang?: string | null | undefined; value: string }[]): Promise<void> {
  const blocks = code.filter(({ lang }) => lang !== 'mermaid');
  const onPage = await codeOf(page);
  expect.soft(blocks.map(asShown)).toEqual(onPage.map((value, at) => asShown({ lang: blocks[at]?.lang, value })));
}
/** Prose has typographic quotes, dashes and dots on pages. */
const plain = (text: string) => text.replace(/[“”]/g, '"').replace(/[‘’]/g, "'").replace(/–/g, '--').replaceAll('…', '...');

test('every article has the headings, the code and the tables of its page', async ({ page }) => {
  for (const address of await articlePaths()) {
    const { headings, code, tables, html } = readMarkdown(await markdownOf(page, address));
    const inMarkdown = headings.map(({ text }) => plain(text));
    const onPage = await textsOf(page, '.prose :is(h2, h3)');
    expect.soft(onPage.filter((text) => !inMarkdown.includes(plain(text)))).toEqual([]);
    await expectSameCode(page, code);
    expect.soft(code.filter(({ lang }) => lang === 'mermaid')).toHaveLength(await page.locator('.diagram').count());
    expect.soft(tables).toHaveLength(await page.locator('.prose table').count());
    expect.soft(html).toEqual([]);
  }
});

test('a symptom has the headings and the code of its page', async ({ page }) => {
  const bySlug = new Map((await symptomsOf()).map((symptom) => [symptom.article.slug, symptom]));
  for (const { url } of bySlug.values()) {
    const { headings, code } = readMarkdown(await markdownOf(page, url));
    const inMarkdown = headings.map(({ text }) => plain(text));
    expect.soft(inMarkdown).toEqual([...(await textsOf(page, 'h1')), ...(await textsOf(page, '.prose :is(h2, h3)'))].map(plain));
    await expectSameCode(page, code);
  }
});

for (const build of [builds.root, builds.underBase]) {
  test(`no document published under ${build.base} holds a tag or a link that leads nowhere elsewhere`, async () => {
    const { faults, site } = await faultsFileOf(build);
    const documents = new Set(faults.flatMap(({ markdown, article }) => [markdown, article.markdown]));
    const wrong: string[] = [];
    for (const address of documents) {
      const file = path.join(build.folder, address.slice(site.length));
      const { frontMatter, urls, html } = readMarkdown(await readFile(file, 'utf8'));
      wrong.push(
        ...html.map((tag) => `${file}: ${tag}`),
        ...urls.filter((url) => !url.startsWith('https://')).map((url) => `${file}: ${url}`),
      );
      if (!String(frontMatter['permalink']).startsWith(site)) wrong.push(`${file}: ${String(frontMatter['permalink'])}`);
    }
    expect(documents.size).toBeGreaterThan(faults.length);
    expect(wrong).toEqual([]);
  });
}

test('the foot of a page leads to its Markdown', async ({ page }) => {
  const [{ url }] = await symptomsOf();
  await page.goto(at(url));
  const link = page.getByRole('contentinfo').getByRole('link', { name: 'Markdown' });
  expect(new URL((await link.getAttribute('href')) ?? '', rootUrl()).href).toBe(at(url.replace(/\/$/, '.md')));
  await page.goto(at('/symptoms/'));
  await expect(link).toHaveCount(0);
});
