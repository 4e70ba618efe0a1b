import { expect } from '@playwright/test';
import { cutTexts } from '../browser/accessibility.ts';
import { test } from './build-under-test.ts';
import { testEveryPage } from './every-page.ts';

/** What a reader's extension sets, as far as WCAG 1.4.12 demands it. */
const spacing = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-block-end: 2em !important; }`;

// At 200 % a window of 1280 pixels has 640. The policy of the page would refuse a style sheet that comes from the page.
test.use({ viewport: { width: 640, height: 450 }, deviceScaleFactor: 2, bypassCSP: true });

testEveryPage(
  'at 200 % and with wide spacing no text is cut, and no page scrolls sideways (1.4.4, 1.4.12)',
  async ({ page, address, open }) => {
    await open();
    const sideways = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    for (const step of ['at 200 %', 'with wide spacing']) {
      if (step !== 'at 200 %') await page.addStyleTag({ content: spacing });
      expect.soft(await cutTexts(page), `/${address} ${step}`).toEqual([]);
      expect.soft(await sideways(), `/${address} ${step}`).toBe(0);
    }
  },
);
