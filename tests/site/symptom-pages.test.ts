import { expect } from '@playwright/test';
import type { PublishedSymptom } from '../../src/model/faults-file.ts';
import { documentOf, fileOf, lineOf, test } from './build-under-test.ts';

/** What the page of a symptom says, in this order, to a browser without style sheets and scripts. */
function wantedOn(symptom: PublishedSymptom): string[] {
  const { title, meaning, impact, signatures, check, fixes, lookAlikes, article, revision } = symptom;
  const fixesOf = (kind: PublishedSymptom['fixes'][number]['kind']) =>
    fixes.filter((fix) => fix.kind === kind).flatMap((fix) => [fix.title, 'Verify', 'Undo']);
  const toldOf = ({ shows, means, is, do: step }: PublishedSymptom['check']['readings'][number]) =>
    [shows, is?.title, means, step?.title].flatMap((words) => words?.replaceAll('`', '') ?? []);
  const wordings = signatures.map(({ text }) => text.replaceAll('\\<', '<'));
  return [
    ...[title, meaning, impact],
    ...['Confirm it', check.title, ...check.readings.flatMap(toldOf)],
    ...[...fixesOf('mitigate'), ...fixesOf('resolve'), ...fixesOf('prevent')],
    ...(lookAlikes.length ? ['Not this?', ...lookAlikes.flatMap((one) => [one.title, one.tell])] : []),
    ...(signatures.length ? ['Error text', ...wordings] : []),
    ...['Full article', article.title, 'Last reviewed', 'Article tested with', 'Content revision', revision],
  ];
}

test('every symptom’s page says, in this order, what a reader of a ticket needs', ({ build, pages, published }) => {
  for (const symptom of published.faults) {
    const main = documentOf(pages.get(fileOf(build, symptom.url) ?? '') ?? '').querySelector('main');
    // The links to the parts of the page have the same words as their headings.
    for (const other of main?.querySelectorAll('script, style, nav') ?? []) other.remove();
    const text = lineOf({ textContent: main?.textContent ?? '' });
    let from = 0;
    for (const part of wantedOn(symptom).map((wanted) => lineOf({ textContent: wanted }))) {
      const found = text.indexOf(part, from);
      expect.soft(found, `${symptom.url}: "${part}" is missing, or comes too early`).toBeGreaterThan(-1);
      if (found > -1) from = found + part.length;
    }
  }
});

test('the ids of every page are unique', ({ pages }) => {
  for (const [file, html] of pages) {
    const ids = documentOf(html)
      .querySelectorAll('[id]')
      .map(({ id }) => id);
    expect
      .soft(
        ids.filter((id, index) => ids.indexOf(id) !== index),
        file,
      )
      .toEqual([]);
  }
});
