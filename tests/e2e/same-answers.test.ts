import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { openBuiltIndex } from '../../scripts/built-index.ts';
import { findFaults } from '../../src/search/matcher/find.ts';
import { toReport } from '../../src/search/report.ts';
import { at } from './site.ts';

test('the command line gives the answers that the page gives', async ({ page }) => {
  const lines = (await readFile('tests/search/cases/dev.jsonl', 'utf8')).trim().split('\n');
  const texts = lines.filter((_, line) => line % 8 === 0).map((line) => (JSON.parse(line) as { text: string }).text);
  await page.goto(at('search/'));
  const { index, close } = await openBuiltIndex('dist');
  try {
    for (const text of texts) {
      const shown = await page.evaluate((pasted) => document.querySelector('search-results')?.report(pasted), text);
      expect(toReport(await findFaults(text, index)), text.slice(0, 80)).toEqual(shown);
    }
  } finally {
    await close();
  }
});
