import { expect } from '@playwright/test';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import type { Build } from '../builds.ts';
import { readMarkdown } from '../read-markdown.ts';
import { documentOf, test, textOf } from './build-under-test.ts';

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
async function xmlOf<T>(build: Build, file: string): Promise<T> {
  const text = await textOf(build, file);
  expect(XMLValidator.validate(text)).toBe(true);
  return parser.parse(text) as T;
}

test('the feed has articles in full, with absolute URLs and nothing to run', async ({ build, published }) => {
  const { site, faults } = published;
  const { rss } = await xmlOf<Feed>(build, 'rss.xml');
  expect(rss['@_version']).toBe('2.0');
  expect(rss.channel.link).toBe(site);
  expect(rss.channel.item.length).toBeGreaterThan(0);
  expect(faults.map(({ article }) => article.url)).toEqual(expect.arrayContaining(rss.channel.item.map(({ link }) => link)));
  for (const { link, guid, pubDate, 'content:encoded': html } of rss.channel.item) {
    expect(guid).toEqual(expect.objectContaining({ '#text': link }));
    expect(Date.parse(pubDate)).not.toBeNaN();
    const body = documentOf(html);
    const elements = body.querySelectorAll('*');
    const names = elements.flatMap(({ rawTagName, attributes }) => [rawTagName.toLowerCase(), ...Object.keys(attributes)]);
    expect(names.filter((name) => /^(script|style|iframe|object|form|svg|on.*)$/.test(name))).toEqual([]);
    const targets = elements.flatMap((element) => element.getAttribute('href') ?? element.getAttribute('src') ?? []);
    expect(targets.filter((address) => !address.startsWith(site) && !address.startsWith('https://'))).toEqual([]);
    for (const { command = '' } of faults.filter(({ article }) => article.url === link).flatMap(({ fixes }) => fixes))
      expect.soft(body.textContent).toContain(command.trim());
  }
});

test('the site map gives every article and symptom its review date, and no page that is unlisted', async ({ build, pages, published }) => {
  const { urlset } = await xmlOf<Sitemap>(build, 'sitemap-0.xml');
  const dates = Object.fromEntries(urlset.url.map(({ loc, lastmod }) => [loc, lastmod?.slice(0, 10)]));
  for (const { url: symptom, article, reviewed } of published.faults) {
    expect.soft(dates[symptom], symptom).toBe(reviewed);
    expect.soft(dates[article.url], article.url).toBe(reviewed);
  }
  const noindex = [...pages]
    .filter(([, html]) => /name="robots" content="noindex/.test(html))
    .map(([file]) => file.replace(/index\.html$/, ''));
  expect(noindex).toEqual(expect.arrayContaining(['404.html']));
  expect(Object.keys(dates).filter((loc) => noindex.some((name) => new URL(loc).pathname === build.base + name))).toEqual([]);
});

test('robots.txt names the site map, which names its parts', async ({ build, published: { site } }) => {
  const address = /^Sitemap: (\S+)$/m.exec(await textOf(build, 'robots.txt'))?.[1] ?? '';
  expect(address.startsWith(site)).toBe(true);
  const index = await textOf(build, address.slice(site.length));
  expect(index).toContain(`<loc>${site}sitemap-0.xml</loc>`);
});

test('every link of llms.txt leads to a file of the site', async ({ build, files, published: { site, faults } }) => {
  const { urls } = readMarkdown(await textOf(build, 'llms.txt'));
  expect(urls.filter((address) => !address.startsWith(site) || !files.has(address.slice(site.length)))).toEqual([]);
  for (const { markdown, article } of faults) expect(urls).toEqual(expect.arrayContaining([markdown, article.markdown]));
});
