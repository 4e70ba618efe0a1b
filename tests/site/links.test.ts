import { expect } from '@playwright/test';
import { LinkChecker, LinkState } from 'linkinator';
import { addressOfFile } from '../builds.ts';
import { fileOf, test, textOf } from './build-under-test.ts';

test('every internal link and anchor of every page resolves', async ({ pages, url }) => {
  test.setTimeout(20 * 60_000); // reads every page, and every page that one links to
  const addresses = [...pages.keys()].map((file) => new URL(addressOfFile(file), url).href);
  const { origin } = new URL(url);
  const { links } = await new LinkChecker().check({
    path: addresses,
    checkFragments: true,
    checkCss: true,
    concurrency: 20,
    linksToSkip: (link) => Promise.resolve(!link.startsWith(origin)),
  });
  // A query of the search stands where anchors do.
  const internal = links.filter((link) => link.url.startsWith(origin) && !link.url.includes('/search/#q='));
  const broken = internal.filter(({ state }) => state === LinkState.BROKEN).map((link) => `${link.parent ?? ''} → ${link.url}`);
  expect(internal.length).toBeGreaterThan(addresses.length);
  expect(broken).toEqual([]);
  expect(internal.map((link) => link.url).filter((link) => !link.startsWith(url))).toEqual([]);
});

// A page found outside its base path loads nothing at all, which the crawl cannot tell from a link to the server's root.
test('no page refers to an address outside its base path', ({ build, pages }) => {
  const outside: string[] = [];
  for (const [file, html] of pages) {
    for (const [, address = ''] of html.matchAll(/\s(?:href|src|action|data-index)="(\/[^"]*)"/g))
      if (!address.startsWith(build.base)) outside.push(`${file}: ${address}`);
  }
  expect(outside).toEqual([]);
});

// Link previews, feeds and crawlers read these; a browser never follows them.
test('every absolute URL of this site that a page, the feed or the sitemap gives exists', async ({ build, files, pages, published }) => {
  const { origin } = new URL(published.site);
  const others = [...files].filter((file) => file.endsWith('.xml'));
  const texts = [...pages, ...(await Promise.all(others.map(async (file) => [file, await textOf(build, file)] as const)))];
  const missing = texts
    .filter(([file]) => file !== '404.html') // gives the address of no page, since it stands in for all
    .flatMap(([file, text]) => urlsAt(origin, text).map((url) => [url, file] as const))
    .filter(([url]) => !files.has(fileOf(build, url) ?? ''));
  // One line for each URL, with a page that gives it.
  expect(Object.fromEntries(missing)).toEqual({});
});

const urlsAt = (origin: string, text: string) =>
  [...text.matchAll(/["'>](https?:\/\/[^\s"'<>#]+)/g)].map(([, url = '']) => url).filter((url) => new URL(url).origin === origin);
