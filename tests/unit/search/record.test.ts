import { expect, test } from 'vitest';
import type { Fault } from '../../../src/search/fault.ts';
import { searchRecord } from '../../../src/search/record.ts';

const fault: Fault = {
  id: 'queue-full',
  url: '/kb/symptoms/queue-full/',
  title: 'queue is full: job refused',
  kind: 'error',
  severity: 'major',
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
  check: { id: 'is-it-slow', title: 'Is it slow?', url: '/kb/articles/broker/#is-it-slow' },
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
])('a symptom is found by its %s', ([, words]) => {
  expect(searchRecord(fault).content.split('\n')).toContain(words);
});

test('a symptom is not found by what its look-alikes print', () => {
  expect(searchRecord(fault).content).not.toContain('disk');
});

test('a symptom is found under its own page', () => {
  expect(searchRecord(fault).url).toBe('/kb/symptoms/queue-full/');
});
