import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect } from '@playwright/test';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { readMarkdown } from '../read-markdown.ts';
import { builds, filesOf, type Build } from './builds.ts';
import { test } from './ready-page.ts';
import { at, faultsFileOf, symptomsOf, rootUrl, underBaseUrl } from './site.ts';

interface FeedItem {
  title: string;
  link: string;
  guid: string;
  pubDate: string;
  description: string;
  'content:encoded': string;
}
interface Feed {
  rss: { '@_version': string; channel: { link: string; language: string; item: FeedItem[] } };
}
interface Sitemap {
  urlset: { url: { loc: string; lastmod?: string }[] };
}

const parser = new XMLParser({
  ignoreAttributes: false,
  isArray: (name) => ['item', 'url'].includes(name),
  processEntities: { maxTotalExpansions: 1e6 },
});
const textOf = ({ folder }: Build, file: string) => readFile(path.join(folder, file), 'utf8');
async function xmlOf<T>(build: Build, file: string): Promise<T> {
  const text = await textOf(build, file);
  expect(XMLValidator.validate(text)).toBe(true);
  return parser.parse(text) as T;
}
const sites = [
  { build: builds.root, url: rootUrl },
  { build: builds.underBase, url: underBaseUrl },
];

for (const { build, url } of sites) {
  test.describe(`published under ${build.base}`, () => {
    test('the feed has articles in full, with whole addresses and nothing to run', async ({ page }) => {
      const { site, faults } = await faultsFileOf(build);
      const { rss } = await xmlOf<Feed>(build, 'rss.xml');
      expect(rss['@_version']).toBe('2.0');
      expect(rss.channel.link).toBe(site);
      expect(rss.channel.item.length).toBeGreaterThan(0);
      expect(faults.map(({ article }) => article.url)).toEqual(expect.arrayContaining(rss.channel.item.map(({ link }) => link)));
      for (const { link, guid, pubDate, 'content:encoded': html } of rss.channel.item) {
        expect(guid).toEqual(expect.objectContaining({ '#text': link }));
        expect(Date.parse(pubDate)).not.toBeNaN();
        await page.setContent(html);
        const found = await page.evaluate(() => ({
          text: document.body.innerText,
          active: document.querySelectorAll('script, style, iframe, object, form, svg, [style]').length,
          handlers: [...document.body.querySelectorAll('*')].filter((element) =>
            element.getAttributeNames().some((name) => name.startsWith('on')),
          ).length,
          relative: [...document.querySelectorAll('[href], [src]')]
            .map((element) => element.getAttribute('href') ?? element.getAttribute('src') ?? '')
            .filter((address) => !address.startsWith('https://')),
        }));
        expect(found).toMatchObject({ active: 0, handlers: 0, relative: [] });
        for (const symptom of faults.filter(({ article }) => article.url === link)) {
          for (const { command = '' } of symptom.fixes) expect.soft(found.text).toContain(command.trim());
        }
      }
    });

    test('the site map gives every article and symptom its review date, and no page that is unlisted', async () => {
      const { faults } = await faultsFileOf(build);
      const { urlset } = await xmlOf<Sitemap>(build, 'sitemap-0.xml');
      const dates = Object.fromEntries(urlset.url.map(({ loc, lastmod }) => [loc, lastmod?.slice(0, 10)]));
      for (const { url: symptom, article, reviewed } of faults) {
        expect.soft(dates[symptom], symptom).toBe(reviewed);
        expect.soft(dates[article.url], article.url).toBe(reviewed);
      }
      const noindex: string[] = [];
      for (const file of (await filesOf(build.folder)).filter((name) => name.endsWith('.html')))
        if (/name="robots" content="noindex/.test(await textOf(build, file))) noindex.push(file.replace(/index\.html$/, ''));
      expect(noindex).toEqual(expect.arrayContaining(['404.html']));
      expect(Object.keys(dates).filter((loc) => noindex.some((name) => new URL(loc).pathname === build.base + name))).toEqual([]);
    });

    test('robots.txt names the site map, which names its parts', async () => {
      const { site } = await faultsFileOf(build);
      const address = /^Sitemap: (\S+)$/m.exec(await textOf(build, 'robots.txt'))?.[1] ?? '';
      expect(address.startsWith(site)).toBe(true);
      const index = await textOf(build, address.slice(site.length));
      expect(index).toContain(`<loc>${site}sitemap-0.xml</loc>`);
    });

    test('every link of llms.txt leads to a file of the site', async () => {
      const { site, faults } = await faultsFileOf(build);
      const files = new Set(await filesOf(build.folder));
      const { urls } = readMarkdown(await textOf(build, 'llms.txt'));
      expect(urls.filter((address) => !address.startsWith(site) || !files.has(address.slice(site.length)))).toEqual([]);
      for (const { markdown, article } of faults) expect(urls).toEqual(expect.arrayContaining([markdown, article.markdown]));
    });

    test("a browser that adds the site's search gets the answer", async ({ page }) => {
      const [{ title }] = await symptomsOf(build);
      await page.goto(url());
      const description = await page.locator('link[rel="search"]').getAttribute('href');
      const xml = await (await page.request.get(new URL(description ?? '', url()).href)).text();
      const [, template = ''] = /<Url type="text\/html" template="([^"]+)"/.exec(xml) ?? [];
      const { site } = await faultsFileOf(build);
      expect(template.startsWith(site)).toBe(true);
      const filled = template.replace('{searchTerms}', encodeURIComponent(title));
      await page.goto(new URL(filled.slice(site.length), url()).href);
      await expect(page.getByRole('main').getByRole('heading', { level: 2 }).filter({ hasText: title }).first()).toBeVisible();
    });
  });
}

test('what programs read is served with its type', async ({ request }) => {
  const typeOf = async (file: string) => (await request.get(at(file))).headers()['content-type'];
  expect(await typeOf('/llms.txt')).toBe('text/plain; charset=utf-8');
  expect(await typeOf('/robots.txt')).toBe('text/plain; charset=utf-8');
  expect(await typeOf('/rss.xml')).toBe('application/xml; charset=utf-8');
  expect(await typeOf('/faults.json')).toMatch(/^application\/json/);
  expect(await typeOf('/faults.schema.json')).toMatch(/^application\/json/);
});
