import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import { addressOfFile, builds, pagesOf, type Build } from './builds.ts';
import { test } from './ready-page.ts';
import { faultsFileOf } from './site.ts';

/** The largest picture, in bytes. */
const most = 60_000;

/** What a program that unfolds links reads of a page, without running it. */
type Tags = Record<string, string>;

const tagsOf = (page: Page, html: string): Promise<Tags> =>
  page.evaluate(
    (text) => {
      const { head } = new DOMParser().parseFromString(text, 'text/html');
      const metas = [...head.querySelectorAll('meta[property], meta[name]')].map((meta) => [
        meta.getAttribute('property') ?? meta.getAttribute('name') ?? '',
        meta.getAttribute('content') ?? '',
      ]);
      const canonical = head.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? '';
      return Object.fromEntries([...metas, ['canonical', canonical], ['title', head.querySelector('title')?.textContent ?? '']]) as Tags;
    },
    html.slice(0, html.indexOf('</head>')),
  );

/** The tags of every page, by its address. */
async function allTags(page: Page, build: Build): Promise<Map<string, Tags>> {
  const { site } = await faultsFileOf(build);
  const found = new Map<string, Tags>();
  for (const [file, html] of await pagesOf(build)) found.set(site + addressOfFile(file), await tagsOf(page, html));
  return found;
}

/** The tags of the pages that the sitemap lists, by address. */
async function listedTags(page: Page, build: Build): Promise<Map<string, Tags>> {
  const sitemap = await readFile(path.join(build.folder, 'sitemap-0.xml'), 'utf8');
  const listed = new Set([...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url = '']) => url));
  const tags = new Map([...(await allTags(page, build))].filter(([address]) => listed.has(address)));
  expect(tags.size).toBe(listed.size);
  return tags;
}

const repeated = (values: readonly string[]): string[] => values.filter((value, index) => values.indexOf(value) !== index);

for (const build of [builds.root, builds.underBase, builds.history]) {
  test.describe(`the pages of ${build.folder}`, () => {
    test('say what they are, at which address, with which picture', async ({ page }) => {
      const { site } = await faultsFileOf(build);
      for (const [address, tags] of await listedTags(page, build)) {
        expect.soft(tags, address).toMatchObject({
          ...{ canonical: address, 'og:url': address, 'og:site_name': 'Faultbook' },
          ...{ 'og:title': expect.stringMatching(/\S/), description: tags['og:description'], 'og:image:alt': expect.stringMatching(/\S/) },
          ...{ 'og:image:width': '1200', 'og:image:height': '630', 'twitter:card': 'summary_large_image' },
          ...{ 'twitter:title': tags['og:title'], 'twitter:description': tags['og:description'], 'twitter:image': tags['og:image'] },
        });
        expect.soft(tags['og:image']?.startsWith(`${site}pictures/`), address).toBe(true);
      }
    });

    test('have pictures that exist, of the size that is promised', async ({ page }) => {
      const { site } = await faultsFileOf(build);
      const pictures = new Set([...(await allTags(page, build)).values()].flatMap((tags) => tags['og:image'] ?? []));
      for (const url of pictures) {
        const png = await readFile(path.join(build.folder, url.slice(site.length)));
        expect.soft(png.subarray(0, 8).toString('latin1'), url).toBe('\x89PNG\r\n\x1a\n');
        expect.soft([png.readUInt32BE(16), png.readUInt32BE(20)], url).toEqual([1200, 630]);
        expect.soft(png.length, url).toBeLessThanOrEqual(most);
      }
    });

    test('have a picture of their own when they tell an article or a symptom, with the days of the content', async ({ page }) => {
      const { site, faults } = await faultsFileOf(build);
      const tags = await listedTags(page, build);
      const told = new Map(faults.flatMap(({ url, article, reviewed }) => [[url, reviewed] as const, [article.url, reviewed] as const]));
      for (const [address, reviewed] of told)
        expect.soft(tags.get(address), address).toMatchObject({
          'og:type': 'article',
          'og:image': `${site}pictures/${address.slice(site.length).replace(/\/$/, '.png')}`,
          'article:published_time': expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
          'article:modified_time': reviewed,
        });
      for (const [address, each] of tags)
        if (!told.has(address)) expect.soft(each, address).toMatchObject({ 'og:type': 'website', 'og:image': `${site}pictures/site.png` });
    });

    test('have the literal message in the words of their picture, when they tell one', async ({ page }) => {
      const tags = await listedTags(page, build);
      for (const { url, signatures } of (await faultsFileOf(build)).faults)
        if (signatures[0]) expect.soft(tags.get(url)?.['og:image:alt']).toContain(signatures[0].text.replaceAll('\\<', '<'));
    });
  });
}

test('no two pages unfold alike, and a description is one sentence or two', async ({ page }) => {
  const tags = [...(await listedTags(page, builds.root)).values()];
  expect(repeated(tags.map(({ title = '' }) => title))).toEqual([]);
  expect(repeated(tags.map((each) => each['og:title'] ?? ''))).toEqual([]);
  expect(repeated(tags.map((each) => each['og:description'] ?? ''))).toEqual([]);
  for (const { 'og:description': description = '' } of tags) {
    const sentences = description.match(/[.!?]["')]?(?=\s+["'(]?[\p{Lu}\p{N}]|$)/gu) ?? [];
    expect.soft([1, 2], description).toContain(sentences.length);
  }
});

test('a former address unfolds as the page that is meant', async ({ page }) => {
  const tags = await allTags(page, builds.history);
  const former = [...tags].filter(([address, { canonical }]) => canonical !== '' && canonical !== address && tags.has(canonical ?? ''));
  expect(former.length).toBeGreaterThan(2);
  for (const [address, each] of former) {
    const now = tags.get(each['canonical'] ?? '');
    for (const tag of ['og:url', 'og:title', 'og:description', 'og:image']) expect.soft(each[tag], `${tag} of ${address}`).toBe(now?.[tag]);
  }
});
