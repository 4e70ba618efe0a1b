import { expect, test } from 'vitest';
import { searchedSymptoms } from '../../../src/search/searched-symptom.ts';
import { faultsFile } from '../published/published-symptom.ts';

const [symptom] = searchedSymptoms(faultsFile);

test('the search leads to pages of the server that it runs on, under its base path', () => {
  expect(symptom?.url).toBe('/kb/symptoms/queue-full/');
  expect(symptom?.check.url).toBe('/kb/articles/broker/#is-it-slow');
  expect(JSON.stringify(symptom)).not.toContain('https://kb.example');
});

test('readers download nothing for the search that it neither looks in nor shows', () => {
  const text = JSON.stringify(symptom);
  for (const unused of ['queue-is-full', 'errors.py', 'broker 2.4.1', 'Connections drop.', '2026-01-20'])
    expect(text).not.toContain(unused);
});
