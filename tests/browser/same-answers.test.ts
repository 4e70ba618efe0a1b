import { readFile } from 'node:fs/promises';
import { expect } from '@playwright/test';
import { openBuiltIndex } from '../../scripts/built-index.ts';
import type { FaultsFile } from '../../src/model/faults-file.ts';
import { searchedSymptoms, type FindableSymptom, type Indexed } from '../../src/search/searched-symptom.ts';
import { findSymptoms, type Answer } from '../../src/search/matcher/find.ts';
import { memoryIndex } from '../../src/search/index/memory-index.ts';
import { toReport } from '../../src/search/answer-report.ts';
import { test } from './ready-page.ts';
import { at } from './site.ts';

/** The pastes of the cases. */
async function pastesOf(file: string): Promise<string[]> {
  const lines = (await readFile(`content/search-cases/${file}.jsonl`, 'utf8')).trim().split('\n');
  return lines.map((line) => (JSON.parse(line) as { text: string }).text);
}

test('the command line gives the answers that the page gives', async ({ page }) => {
  const texts = (await pastesOf('dev')).filter((_, line) => line % 8 === 0);
  await page.goto(at('search/'));
  const { index, close } = await openBuiltIndex('dist');
  try {
    for (const text of texts) {
      const shown = await page.evaluate((pasted) => document.querySelector('search-results')?.report(pasted), text);
      expect(toReport(await findSymptoms(text, index)), text.slice(0, 80)).toEqual(shown);
    }
  } finally {
    await close();
  }
});

/** What must be the same: the claim, the symptoms it is made for, and the one shown first. */
const essentialsOf = ({ verdict, hits }: Answer<Indexed<FindableSymptom>>) => ({
  verdict,
  first: hits[0]?.symptom.id,
  matched: hits.filter((hit) => hit.verdict === 'match').map(({ symptom }) => symptom.id),
});

test('the index that the content check asks gives the answers of the built one', async () => {
  const faults = searchedSymptoms(JSON.parse(await readFile('dist/faults.json', 'utf8')) as FaultsFile);
  const inMemory = memoryIndex(faults);
  const wordings = faults.flatMap(({ title, signatures, phrases }) => [title, ...signatures.map(({ text }) => text), ...phrases]);
  const { index, close } = await openBuiltIndex('dist');
  try {
    for (const text of [...(await pastesOf('dev')), ...(await pastesOf('extra')), ...wordings])
      expect
        .soft(essentialsOf(await findSymptoms(text, inMemory)), text.slice(0, 80))
        .toEqual(essentialsOf(await findSymptoms(text, index)));
  } finally {
    await close();
  }
});
