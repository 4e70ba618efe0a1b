/**
 * Where the parts of a page stand. The fixture's content stays as it is, so what moved was moved by a style or the markup. After a change that
 * is meant and looked at: `npx playwright test layout --update-snapshots`.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import { test } from './ready-page.ts';
import { historyUrl } from './site.ts';

/** A part of a page: what it is, and its left edge, top edge, width and height in CSS pixels. */
type Box = readonly [what: string, ...number[]];

/** Browsers that are not the project's own set a line a little higher or a word a little wider. */
const tolerance = 6;

const pages = {
  front: '',
  article: 'articles/broker-queue-full/',
  symptom: 'symptoms/broker-job-refused/',
  symptoms: 'symptoms/',
  answer: `search/#q=${encodeURIComponent('ERR queue mails is full (500 of 500)')}`,
  'no match': 'search/#q=zzqx',
};

/** The parts that hold a page together, in their order; what is not shown is left out. */
const boxesOf = (page: Page): Promise<Box[]> =>
  page.locator('header, nav, main, h1, h2, h3, form, pre, figure, details, button, footer').evaluateAll((elements) =>
    elements
      .filter((element) => element.checkVisibility())
      .map((element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        const name = element.id || element.textContent.trim().slice(0, 24);
        return [`${element.localName} ${name}`, ...[x + scrollX, y + scrollY, width, height].map(Math.round)] as const;
      }),
  );

for (const [name, address] of Object.entries(pages))
  for (const width of [390, 768, 1440])
    test(`${name} at ${width} pixels: its parts stand where they stood`, async ({ page }, info) => {
      // The typefaces are in the cache after this, so the page under test has them however busy the machine is.
      await page.goto(historyUrl(), { waitUntil: 'networkidle' });
      await page.setViewportSize({ width, height: 900 });
      await page.goto(new URL(address, historyUrl()).href, { waitUntil: 'networkidle' });
      if (address.includes('#q=')) await expect(page.getByRole('status')).toHaveText(/^(Match|No match)/);
      const boxes = await boxesOf(page);
      const file = info.snapshotPath(`${name}-${width}.json`);
      if (/^(all|changed)$/.test(info.config.updateSnapshots)) {
        await mkdir(path.dirname(file), { recursive: true });
        await writeFile(file, `[\n${boxes.map((box) => `  ${JSON.stringify(box)}`).join(',\n')}\n]\n`);
      }
      const before = JSON.parse(await readFile(file, 'utf8')) as Box[];
      expect(boxes.map(([what]) => what)).toEqual(before.map(([what]) => what));
      const differs = ([, ...box]: Box, [, ...old]: Box) => box.some((edge, at) => Math.abs(edge - (old[at] ?? NaN)) > tolerance);
      const moved = boxes.map((now, at) => ({ now, before: before[at] ?? now })).filter(({ now, before }) => differs(now, before));
      expect(moved).toEqual([]);
    });
