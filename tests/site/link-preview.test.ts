import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect } from '@playwright/test';
import { addressOfFile } from '../builds.ts';
import { documentOf, test, textOf, type UnderTest } from './build-under-test.ts';

/** The largest picture, in bytes. */
const most = 60_000;

/** What a program that unfolds links reads of a page, without running it. */
type Tags = Record<string, string>;

function tagsOf(html: string): Tags {
  const head = documentOf(html.slice(0, html.indexOf('</head>')));
  const metas = head
    .querySelectorAll('meta[property], meta[name]')
    .map((meta) => [meta.getAttribute('property') ?? meta.getAttribute('name') ?? '', meta.getAttribute('content') ?? '']);
  const canonical = head.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? '';
  return Object.fromEntries([...metas, ['canonical', canonical], ['title', head.querySelector('title')?.textContent ?? '']]) as Tags;
}

type Read = Pick<UnderTest, 'build' | 'pages' | 'published'>;

/** The tags of every page, by its absolute URL. */
const allTags = ({ pages, published }: Read): Map<string, Tags> =>
  new Map([...pages].map(([file, html]) => [published.site + addressOfFile(file), tagsOf(html)]));

/** The tags of the pages that the sitemap lists, by absolute URL. */
async function listedTags(read: Read): Promise<Map<string, Tags>> {
  const sitemap = await textOf(read.build, 'sitemap-0.xml');
  const listed = new Set([...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url = '']) => url));
  const tags = new Map([...allTags(read)].filter(([address]) => listed.has(address)));
  expect(tags.size).toBe(listed.size);
  return tags;
}

test('pages have a title, a URL and a picture for link previews', async ({ build, pages, published }) => {
  const listed = await listedTags({ build, pages, published });
  const name = listed.get(published.site)?.['og:site_name'];
  expect(name).toMatch(/\S/);
  for (const [address, tags] of listed) {
    expect.soft(tags, address).toMatchObject({
      ...{ canonical: address, 'og:url': address, 'og:site_name': name },
      ...{ 'og:title': expect.stringMatching(/\S/), description: tags['og:description'], 'og:image:alt': expect.stringMatching(/\S/) },
      ...{ 'og:image:width': '1200', 'og:image:height': '630', 'twitter:card': 'summary_large_image' },
      ...{ 'twitter:title': tags['og:title'], 'twitter:description': tags['og:description'], 'twitter:image': tags['og:image'] },
    });
    expect.soft(tags['og:description'], address).toMatch(/\S/);
    expect.soft(tags['og:image']?.startsWith(`${published.site}pictures/`), address).toBe(true);
  }
});

test('the pictures exist, and have the size that is promised', async ({ build, pages, published }) => {
  const pictures = new Set([...allTags({ build, pages, published }).values()].flatMap((tags) => tags['og:image'] ?? []));
  expect(pictures.size).toBeGreaterThan(1);
  for (const url of pictures) {
    const png = await readFile(path.join(build.folder, url.slice(published.site.length)));
    expect.soft(png.subarray(0, 8).toString('latin1'), url).toBe('\x89PNG\r\n\x1a\n');
    expect.soft([png.readUInt32BE(16), png.readUInt32BE(20)], url).toEqual([1200, 630]);
    expect.soft(png.length, url).toBeLessThanOrEqual(most);
  }
});

test('articles and symptoms have a picture of their own, with the days of the content', async ({ build, pages, published }) => {
  const { site, faults } = published;
  const tags = await listedTags({ build, pages, published });
  const ofContent = new Map(faults.flatMap(({ url, article, reviewed }) => [[url, reviewed] as const, [article.url, reviewed] as const]));
  for (const [address, reviewed] of ofContent)
    expect.soft(tags.get(address), address).toMatchObject({
      'og:type': 'article',
      'og:image': `${site}pictures/${address.slice(site.length).replace(/\/$/, '.png')}`,
      'article:published_time': expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      'article:modified_time': reviewed,
    });
  for (const [address, each] of tags)
    if (!ofContent.has(address)) expect.soft(each, address).toMatchObject({ 'og:type': 'website', 'og:image': `${site}pictures/site.png` });
});

test('the words of a symptom’s picture have its literal message', async ({ build, pages, published }) => {
  const tags = await listedTags({ build, pages, published });
  for (const { url, signatures } of published.faults)
    if (signatures[0]) expect.soft(tags.get(url)?.['og:image:alt']).toContain(signatures[0].text.replaceAll('\\<', '<'));
});

test('no two pages have the same preview, and a description has one or two sentences', async ({ build, pages, published }) => {
  const tags = [...(await listedTags({ build, pages, published })).values()];
  const repeated = (name: string) => {
    const values = tags.map((each) => each[name] ?? '');
    return values.filter((value, index) => values.indexOf(value) !== index);
  };
  for (const name of ['title', 'og:title', 'og:description']) expect.soft(repeated(name), name).toEqual([]);
  for (const { 'og:description': description = '' } of tags) {
    // A tagline may end without a full stop.
    const sentences = description.split(/(?<=[.!?]["')]?)\s+(?=["'(]?[\p{Lu}\p{N}])/u).filter(Boolean);
    expect.soft([1, 2], description).toContain(sentences.length);
  }
});

test('a former address has the preview of its target', ({ build, pages, published }) => {
  const tags = allTags({ build, pages, published });
  const former = published.former.filter(({ from }) => tags.has(from));
  for (const { from } of former) {
    const each = tags.get(from) ?? {};
    const now = tags.get(each['canonical'] ?? '');
    for (const tag of ['og:url', 'og:title', 'og:description', 'og:image'])
      expect.soft(each[tag], `${tag} of ${from}`).toBe(now?.[tag] ?? 'that of its page');
  }
});
