/** Tests that open the pages of a build in a browser, one after the other: see `page-sample.ts` for which. */
import { expect, type Page } from '@playwright/test';
import { test as base } from './build-under-test.ts';
import { pagesOf, type Build } from '../builds.ts';
import { pageSample, pagesBesides } from './page-sample.ts';

/** The tests that share the pages among them, so that each worker has something to do. */
const parts = 4;

/** The build whose pages are opened by other tests, so that only what is new is looked at here. */
export interface Besides {
  besides: Build | undefined;
}

const test = base.extend<object, { sample: string[] } & Besides>({
  besides: [undefined, { option: true, scope: 'worker' }],
  sample: [
    async ({ build, pages, published, besides }, use) => {
      const files = pageSample({ build, pages, published });
      await use(besides ? pagesBesides(files, pages, await pagesOf(besides)) : files);
    },
    { scope: 'worker' },
  ],
});

/** A page to look at. */
export interface Opening {
  /** A tab of the browser in which nothing is open yet. */
  page: Page;
  /** What is to be opened, as an address below the site's own. */
  address: string;
  /** The same as a URL. */
  href: string;
  /** Opens it, and waits until what it loads by itself is there. */
  open: () => Promise<void>;
}

/**
 * Registers tests that do something with every page: those of the sample, the search with an answer on it, and one that does not exist.
 *
 * @param title what holds for every page
 * @param check looks at one page; its expectations are soft, so that all pages are looked at
 */
export function testEveryPage(title: string, check: (opening: Opening) => Promise<void>): void {
  for (let part = 0; part < parts; part++)
    test(`${title}: part ${part + 1} of ${parts}`, async ({ context, sample, url, published, javaScriptEnabled }) => {
      const query = encodeURIComponent(published.faults[0]?.title ?? '');
      const addresses = [...sample.map(addressOf), ...(javaScriptEnabled === false ? [] : [`search/#q=${query}`])];
      const share = addresses.filter((_, index) => index % parts === part);
      expect(share.length).toBeGreaterThan(0);
      test.setTimeout((share.length + 1) * 120_000);
      for (const address of share)
        await test.step(`/${address}`, async () => {
          const page = await context.newPage();
          const href = new URL(address, url).href;
          await check({ page, address, href, open: () => openPage(page, href) });
          await page.close();
        });
    });
}

const addressOf = (file: string) => (file === '404.html' ? 'no-such-page/' : file.replace(/index\.html$/, ''));

async function openPage(page: Page, href: string): Promise<void> {
  await page.goto(href, { waitUntil: 'networkidle' });
  if (href.includes('#q=')) await expect(page.getByRole('main').getByRole('article').first()).toBeVisible();
}
