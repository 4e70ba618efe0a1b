import { expect, test } from 'vitest';
import type { SearchedSymptom } from '../../../../src/search/searched-symptom.ts';
import { recordsOf, searchedText, searchRecord, widespreadWords } from '../../../../src/search/index/record.ts';
import { wordsOf } from '../../../../src/search/paste/words.ts';

const symptom: SearchedSymptom = {
  id: 'queue-full',
  url: '/kb/symptoms/queue-full/',
  title: 'queue is full: job refused',
  severity: 'major',
  revision: '1a2b3c4d',
  order: 0,
  meaning: 'The queue holds as many jobs as it may.',
  impact: 'Every producer gets an error.',
  technologies: ['Broker', 'Linux'],
  article: { slug: 'broker', title: 'The broker refuses jobs', url: '/kb/articles/broker/' },
  signatures: [
    { text: 'ERR queue <name> is full', printedBy: 'broker' },
    { text: 'QueueFull: refused', printedBy: 'client' },
  ],
  phrases: ['jobs are refused although workers run'],
  check: { id: 'is-it-slow', title: 'Is it slow?', url: '/kb/articles/broker/#is-it-slow', readings: [] },
  fixes: [],
  lookAlikes: [
    { id: 'disk-full', title: 'The disk is full', prints: 'ERR disk', tell: 'It names the disk.', url: '/kb/articles/broker/#disk-full' },
  ],
};

test.for([
  ['title', 'queue is full: job refused'],
  ['every signature', 'ERR queue <name> is full'],
  ['every signature', 'QueueFull: refused'],
  ['phrases', 'jobs are refused although workers run'],
  ['meaning', 'The queue holds as many jobs as it may.'],
  ['article', 'The broker refuses jobs'],
  ['technologies', 'Linux'],
] as const)('a symptom is found by its %s', ([, words]) => {
  expect(searchedText(symptom).split('\n')).toContain(words);
  for (const { text } of wordsOf(words)) expect(searchRecord(symptom).content.toLowerCase().split(' ')).toContain(text);
});

test('a symptom is not found by what its look-alikes print', () => {
  expect(searchRecord(symptom).content).not.toContain('disk');
});

test('a record holds each word once', () => {
  const words = searchRecord(symptom).content.split(' ');
  expect(words).toEqual([...new Set(words)]);
});

test('a symptom is found under its own page', () => {
  expect(searchRecord(symptom).url).toBe('/kb/symptoms/queue-full/');
});

test('words that very many symptoms have are widespread, in a large knowledge base only', () => {
  const records = (many: number) =>
    Array.from({ length: many }, (_, at) => ({ url: `/${at}/`, language: 'en', content: `memory word${at}` }));
  expect(widespreadWords(records(251))).toEqual(['memory']);
  expect(widespreadWords(records(250))).toEqual([]);
});

test('in a large knowledge base words that every log is full of are not indexed, and are named as widespread', () => {
  const { records, widespread } = recordsOf(Array.from({ length: 251 }, () => symptom));
  expect(records[0]?.content.split(' ')).not.toContain('the');
  expect(records[0]?.content.split(' ')).toContain('queue');
  expect(widespread).toContain('the');
  expect(recordsOf([symptom]).records[0]?.content.split(' ')).toContain('the');
});
