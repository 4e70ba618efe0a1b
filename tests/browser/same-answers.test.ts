import { readFile } from 'node:fs/promises';
import { expect } from '@playwright/test';
import { openBuiltIndex } from '../../scripts/built-index.ts';
import { toReport } from '../../src/search/answer-report.ts';
import { findSymptoms } from '../../src/search/matcher/find.ts';
import { builds } from '../builds.ts';
import { test } from './ready-page.ts';
import { at, symptomsOf } from './site.ts';

/** Pastes of every kind: the cases of the fixture, a log, and what the symptoms say themselves. */
async function pastes(): Promise<string[]> {
  const cases = (await readFile(`${builds.root.content}/search-cases/dev.jsonl`, 'utf8')).trim().split('\n');
  const wordings = (await symptomsOf()).flatMap(({ title, signatures, phrases }) => [
    title,
    ...signatures.map(({ text }) => text),
    ...phrases,
  ]);
  return [
    ...cases.map((line) => (JSON.parse(line) as { text: string }).text),
    await readFile('tests/fixtures/app-log.txt', 'utf8'),
    ...wordings.filter((_, index) => index % 4 === 0),
  ];
}

test('the command line gives the answers that the page gives', async ({ page }) => {
  await page.goto(at('search/'));
  const { index, close } = await openBuiltIndex(builds.root.folder);
  try {
    for (const text of await pastes()) {
      const shown = await page.evaluate((pasted) => document.querySelector('search-results')?.report(pasted), text);
      expect(toReport(await findSymptoms(text, index)), text.slice(0, 80)).toEqual(shown);
    }
  } finally {
    await close();
  }
});
