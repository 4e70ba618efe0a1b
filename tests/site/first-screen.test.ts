import { expect, type Page } from '@playwright/test';
import { fileOf, test } from './build-under-test.ts';

/** Where things end on a page, in CSS pixels from its top. */
interface Places {
  command: number;
  reading: number;
}

/** Runs in the browser. Of what is not there, the place is 0. */
function placesOnPage(): Places {
  const endOf = (selector: string) => {
    const box = document.querySelector(selector)?.getBoundingClientRect();
    return box ? Math.round(box.bottom + scrollY) : 0;
  };
  return { command: endOf('main .is-terminal'), reading: endOf('main .readings tbody tr') };
}

async function placesOf(page: Page, urls: readonly string[]): Promise<[url: string, places: Places][]> {
  const found: [string, Places][] = [];
  for (const url of urls) {
    await page.goto(url);
    found.push([url, await page.evaluate(placesOnPage)]);
  }
  return found;
}

for (const { name, width, height, most, share } of [
  { name: 'a laptop', width: 1440, height: 900, most: 900, share: 0 },
  // A tenth may need a bit of scrolling: a long command takes many lines there.
  { name: 'a phone', width: 390, height: 844, most: 1100, share: 0.1 },
])
  test(`the command and its first reading lie within the first screen of a symptom's page, on ${name}`, async ({
    page,
    url,
    build,
    published,
  }) => {
    test.setTimeout(20 * 60_000); // a big site has a thousand symptoms
    await page.setViewportSize({ width, height });
    const pages = published.faults.map((symptom) => new URL(fileOf(build, symptom.url) ?? '', url).href.replace(/index\.html$/, ''));
    const places = await placesOf(page, pages);
    const ends = places.map(([address, { command, reading }]) => [address, Math.max(command, reading)] as const);
    expect(ends.filter(([, end]) => end > most)).toEqual([]);
    expect(places.filter(([, { reading }]) => reading === 0)).toEqual([]);
    expect(ends.filter(([, end]) => end > height).length).toBeLessThanOrEqual(Math.ceil(share * ends.length));
  });

/** Runs in the browser: the words that are shown before the first command, without links to parts of the page. */
function beforeCommand(): { words: number; top: number; height: number } {
  const command = document.querySelector('main .is-terminal');
  if (!command) return { words: 0, top: 0, height: document.documentElement.scrollHeight };
  const shown = [...document.querySelectorAll<HTMLElement>('main :is(h1, h2, h3, p, li, summary)')].filter(
    (element) =>
      element.compareDocumentPosition(command) & Node.DOCUMENT_POSITION_FOLLOWING && element.checkVisibility() && !element.closest('nav'),
  );
  return {
    words: shown.flatMap((element) => element.innerText.split(/\s+/).filter(Boolean)).length,
    top: Math.round(command.getBoundingClientRect().top + scrollY),
    height: document.documentElement.scrollHeight,
  };
}

test("an article's first command comes within 150 words, and the whole is no longer than 15,000 pixels", async ({
  page,
  url,
  build,
  published,
}) => {
  test.setTimeout(20 * 60_000);
  await page.setViewportSize({ width: 1440, height: 900 });
  for (const address of new Set(published.faults.map(({ article }) => article.url))) {
    await page.goto(new URL(fileOf(build, address) ?? '', url).href.replace(/index\.html$/, ''));
    const { words, top, height } = await page.evaluate(beforeCommand);
    expect.soft(words, address).toBeLessThanOrEqual(150);
    expect.soft(top, address).toBeLessThanOrEqual(1400);
    expect.soft(height, address).toBeLessThanOrEqual(15_000);
  }
});
