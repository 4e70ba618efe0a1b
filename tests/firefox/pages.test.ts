import { expect } from 'vitest';
import { open, test } from './reader.ts';
import type { Site } from './site.ts';

/** The paths of one page of each sort: one below each folder, as an article, and those at the top. */
function oneOfEachSort(site: Site): string[] {
  const sorts = Map.groupBy(site.pages, (address) => {
    const below = address.slice(new URL(site.url).pathname.length);
    return /^[^/]+\/(?=.)/.exec(below)?.[0] ?? address;
  });
  return [...sorts.values()].map(([first = '']) => first);
}

test('a page of each sort opens without an error, and within its policy', async ({ page, site, problems }) => {
  const sorts = oneOfEachSort(site);
  // The front page, lists, tools, an article, a symptom, a technology.
  expect(sorts.length).toBeGreaterThan(7);
  for (const address of [...sorts, 'no-such-page/']) {
    await open(page, site.at(address));
    // What loads when a reader begins to move.
    await page.mouse.move(600, 400);
    await page.mouse.wheel({ deltaY: 400 });
    await page.waitForNetworkIdle();
    expect(await page.$eval('h1', ({ textContent }) => textContent.trim()), address).not.toBe('');
    expect.soft(problems.splice(0), address).toEqual([]);
  }
});
