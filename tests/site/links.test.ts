import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect } from '@playwright/test';
import { LinkChecker, LinkState } from 'linkinator';
import { addressOfFile, builds, filesOf, pagesOf } from './builds.ts';
import { test } from './ready-page.ts';
import { symptomsOf, rootUrl, underBaseUrl } from './site.ts';

const sites = [
  { name: 'at the root', build: builds.root, url: rootUrl },
  { name: 'under a base path', build: builds.underBase, url: underBaseUrl },
];

for (const { name, build, url } of sites) {
  test(`every internal link and anchor of every page resolves, published ${name}`, async () => {
    test.slow(); // reads every page, and every page that one links to
    const pages = [...(await pagesOf(build)).keys()].map((file) => new URL(addressOfFile(file), url()).href);
    const { origin } = new URL(url());
    const { links } = await new LinkChecker().check({
      path: pages,
      checkFragments: true,
      checkCss: true,
      concurrency: 20,
      linksToSkip: (link) => Promise.resolve(!link.startsWith(origin)),
    });
    const internal = links.filter((link) => link.url.startsWith(origin));
    const broken = internal.filter(({ state }) => state === LinkState.BROKEN).map((link) => `${link.parent ?? ''} → ${link.url}`);
    expect(internal.length).toBeGreaterThan(pages.length);
    expect(broken).toEqual([]);
    expect(internal.map((link) => link.url).filter((link) => !link.startsWith(url()))).toEqual([]);
  });

  // A page found outside its base path loads nothing at all, which the crawl cannot tell from a link to the server's root.
  test(`no page refers to an address outside its base path, published ${name}`, async () => {
    const outside: string[] = [];
    for (const [file, html] of await pagesOf(build)) {
      for (const [, address = ''] of html.matchAll(/\s(?:href|src|action|data-index)="(\/[^"]*)"/g))
        if (!address.startsWith(build.base)) outside.push(`${file}: ${address}`);
    }
    expect(outside).toEqual([]);
  });

  test(`every address in faults.json resolves, with its anchor, published ${name}`, async () => {
    const pages = await pagesOf(build);
    const missing = (await symptomsOf(build))
      .flatMap(({ url: page, article, check, fixes, lookAlikes }) => [
        page,
        article.url,
        ...[check, ...fixes, ...lookAlikes].map((item) => item.url),
      ])
      .filter((address) => {
        const { pathname, hash } = new URL(address, 'https://any.example');
        if (!pathname.startsWith(build.base)) return true;
        const html = pages.get(`${pathname.slice(build.base.length)}index.html`);
        return !html || (hash !== '' && !html.includes(` id="${hash.slice(1)}"`));
      });
    expect(missing).toEqual([]);
  });

  // Link previews, feeds and crawlers read these; a browser never follows them.
  test(`every absolute address that a page, the feed or the sitemap gives exists, published ${name}`, async () => {
    const files = new Set(await filesOf(build.folder));
    const pages = await pagesOf(build);
    const canonical = /<link rel="canonical" href="([^"]+)"/.exec(pages.get('index.html') ?? '')?.[1];
    const { origin } = new URL(canonical ?? '');
    const others = [...files].filter((file) => file.endsWith('.xml'));
    const texts = [
      ...pages,
      ...(await Promise.all(others.map(async (file) => [file, await readFile(path.join(build.folder, file), 'utf8')] as const))),
    ];
    const missing = texts
      .filter(([file]) => file !== '404.html') // gives the address of no page, since it stands in for all
      .flatMap(([file, text]) =>
        addressesAt(origin, text).map((address) => ({ file, address: decodeURIComponent(new URL(address).pathname) })),
      )
      .filter(({ address }) => !address.startsWith(build.base) || !files.has(fileOf(address.slice(build.base.length))));
    // One line for each address, with a page that gives it.
    expect(Object.fromEntries(missing.map(({ file, address }) => [address, file]))).toEqual({});
  });
}

const addressesAt = (origin: string, text: string) =>
  [...text.matchAll(/["'>](https?:\/\/[^\s"'<>#]+)/g)]
    .map(([, address = '']) => address)
    .filter((address) => new URL(address).origin === origin);
const fileOf = (address: string) => (address === '' || address.endsWith('/') ? `${address}index.html` : address);
