import { expect } from '@playwright/test';
import type { HTMLElement } from 'node-html-parser';
import { cutSection } from '../../src/reader/tickets/cut-section.ts';
import { readMarkdown } from '../read-markdown.ts';
import { documentOf, fileOf, lineOf, test, textOf, type UnderTest } from './build-under-test.ts';

/** Every page of an article or symptom, with the text of the Markdown that it names as the same content. */
async function* pagesWithMarkdown({ build, pages, published: { site, faults } }: Pick<UnderTest, 'build' | 'pages' | 'published'>) {
  const all = new Map(faults.flatMap(({ url, markdown, article }) => [[article.url, article.markdown] as const, [url, markdown] as const]));
  for (const [url, markdown] of all) {
    const page = documentOf(pages.get(fileOf(build, url) ?? '') ?? '');
    const link = page.querySelector('link[rel="alternate"][type="text/markdown"]')?.getAttribute('href') ?? '';
    expect.soft(new URL(link, url).href, url).toBe(markdown);
    const isArticle = url.startsWith(`${site}articles/`);
    yield { url, isArticle, page, text: await textOf(build, markdown.slice(site.length)) };
  }
}

const textsOf = (page: HTMLElement, selector: string) => page.querySelectorAll(selector).map(lineOf);
/** The headings of the content. Where a page says what moved elsewhere, its Markdown has nothing: nobody links to anchors of it. */
const headingsOf = (page: HTMLElement) =>
  page
    .querySelectorAll('.prose h2, .prose h3, .prose h4')
    .filter((heading) => !heading.closest('moved-sections'))
    .map(lineOf);
/** Pages cut blanks at the ends of lines, and show changes by colour in place of signs. */
const asShown = ({ lang, value }: { lang?: string | null | undefined; value: string }) =>
  value.split('\n').map((line) => (lang === 'diff' ? line.replace(/^[+-]/, '').trim() : line.trimEnd()));
/** Prose has typographic quotes, dashes and dots on pages. */
const plain = (text: string) => text.replace(/[“”]/g, '"').replace(/[‘’]/g, "'").replace(/–/g, '--').replaceAll('…', '...');

test('the Markdown of every article and symptom has the headings, code, diagrams and tables of its page', async ({
  build,
  pages,
  published,
}) => {
  let seen = 0;
  for await (const { url, isArticle, page, text } of pagesWithMarkdown({ build, pages, published })) {
    const { headings, code, tables, html } = readMarkdown(text);
    const inMarkdown = headings.map((heading) => plain(heading.text));
    const onPage = headingsOf(page).map(plain);
    expect
      .soft(
        [...textsOf(page, 'h1').map(plain), ...onPage].filter((heading) => !inMarkdown.includes(heading)),
        url,
      )
      .toEqual([]);

    const blocks = code.filter(({ lang }) => lang !== 'mermaid');
    const shown = page.querySelectorAll('main .expressive-code pre').map(({ textContent }) => textContent.replace(/\n$/, ''));
    expect.soft(blocks.map(asShown), url).toEqual(shown.map((value, at) => asShown({ lang: blocks[at]?.lang, value })));
    expect
      .soft(
        code.filter(({ lang }) => lang === 'mermaid'),
        url,
      )
      .toHaveLength(page.querySelectorAll('.diagram').length);
    if (isArticle) expect.soft(tables, url).toHaveLength(page.querySelectorAll('.prose table').length);
    expect.soft(html, url).toEqual([]);
    seen++;
  }
  expect(seen).toBeGreaterThan(published.faults.length);
});

test('no Markdown document contains a tag, or a link that works only on the site', async ({ build, published: { faults, site } }) => {
  const documents = new Set(faults.flatMap(({ markdown, article }) => [markdown, article.markdown]));
  const wrong: string[] = [];
  for (const address of documents) {
    const file = address.slice(site.length);
    const { frontMatter, urls, html } = readMarkdown(await textOf(build, file));
    wrong.push(
      ...html.map((tag) => `${file}: ${tag}`),
      ...urls.filter((url) => !url.startsWith(site) && !url.startsWith('https://')).map((url) => `${file}: ${url}`),
    );
    if (!String(frontMatter['permalink']).startsWith(site)) wrong.push(`${file}: ${String(frontMatter['permalink'])}`);
  }
  expect(documents.size).toBeGreaterThan(faults.length);
  expect(wrong).toEqual([]);
});

test('every section that has a copy button is found in the Markdown of its page', async ({ build, pages, published }) => {
  let seen = 0;
  for await (const { url, page, text } of pagesWithMarkdown({ build, pages, published })) {
    const titles = page
      .querySelectorAll('section')
      .flatMap((section) => (section.querySelector('ticket-copy') ? textsOf(section, 'h3') : []));
    expect
      .soft(
        titles.filter((title) => !cutSection(text, title)),
        url,
      )
      .toEqual([]);
    seen += titles.length;
  }
  expect(seen).toBeGreaterThan(published.faults.length);
});
