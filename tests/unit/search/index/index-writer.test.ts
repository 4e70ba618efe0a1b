import { expect, test } from 'vitest';
import type { SearchedSymptom } from '../../../../src/search/searched-symptom.ts';
import { searchIndexFiles } from '../../../../src/search/index/index-writer.ts';

const symptom = (id: string): SearchedSymptom => ({
  id,
  url: `/symptoms/${id}/`,
  title: `${id} is full`,
  severity: 'major',
  revision: '1a2b3c4d',
  order: 0,
  meaning: 'It holds as much as it may.',
  impact: 'Every producer gets an error.',
  technologies: ['Broker'],
  article: { slug: 'broker', title: 'The broker refuses jobs', url: '/articles/broker/' },
  signatures: [{ text: `ERR ${id} is full`, printedBy: 'broker' }],
  phrases: [],
  check: { id: 'look', title: 'Look', url: '/articles/broker/#look', readings: [] },
  fixes: [],
  lookAlikes: [],
});

/** The names of the index's files, without those of Pagefind's own program. */
const namesOf = async (...symptoms: SearchedSymptom[]) =>
  new Set([...(await searchIndexFiles(symptoms)).keys()].filter((name) => /^(fragment|index)\/|meta$/.test(name)));

test('Pagefind starts with an environment of its own: that of this process stays as it is', async () => {
  const before = { ...process.env };
  await searchIndexFiles([symptom('queue')]);
  expect({ ...process.env }).toEqual(before);
});

const kindsOf = (names: ReadonlySet<string>) => [...names].map((name) => name.replace(/_.*\./, ' ')).toSorted();

test('a file of the index has another name whenever something else is in it, though its words stay', async () => {
  const before = await namesOf(symptom('queue'), symptom('disk'));
  expect(await namesOf(symptom('queue'), symptom('disk'))).toEqual(before);
  const after = await namesOf(symptom('queue'), { ...symptom('disk'), check: { ...symptom('disk').check, title: 'Look again' } });
  const changed = ['fragment/en pf_fragment', 'pagefind.en pf_meta'];
  expect(kindsOf(before.difference(after))).toEqual(changed);
  expect(kindsOf(after.difference(before))).toEqual(changed);
});
