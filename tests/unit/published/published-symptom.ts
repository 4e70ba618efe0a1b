/** A symptom as `/faults.json` has it, with every field. */
import type { FaultsFile, PublishedSymptom } from '../../../src/model/faults-file.ts';

const article = 'https://kb.example/kb/articles/broker/';

const readings = [
  {
    shows: 'the number grows',
    is: { title: 'The consumer is too slow', url: `${article}#too-slow` },
    do: { title: 'Raise the limit', url: `${article}#raise-it` },
  },
  { shows: '`0`', means: 'the queue is empty' },
];

export const publishedSymptom: PublishedSymptom = {
  id: 'queue-full',
  aliases: ['queue-is-full'],
  url: 'https://kb.example/kb/symptoms/queue-full/',
  markdown: 'https://kb.example/kb/symptoms/queue-full.md',
  title: 'queue is full: job refused',
  kind: 'error',
  severity: 'major',
  revision: '1a2b3c4d',
  order: 0,
  meaning: 'The queue holds as many jobs as it may.',
  impact: 'Every producer gets an error.',
  technologies: ['Broker', 'Linux'],
  reviewed: '2026-01-20',
  testedWith: [{ software: 'Broker', version: '2.4.1' }],
  reproduced: { software: ['Broker 2.4.1'], date: '2026-01-19' },
  article: {
    slug: 'broker',
    aliases: [],
    title: 'The broker refuses jobs',
    url: article,
    markdown: 'https://kb.example/kb/articles/broker.md',
  },
  signatures: [
    { text: 'ERR queue <name> is full', printedBy: 'broker', since: '2.0', until: '2.4', seenOn: 'broker 2.4.1' },
    { text: 'QueueFull: refused', printedBy: 'client', source: { title: 'client, errors.py', url: 'https://example.org/errors.py' } },
  ],
  phrases: ['jobs are refused although workers run'],
  causes: [{ id: 'too-slow', title: 'The consumer is too slow', url: `${article}#too-slow` }],
  check: { id: 'is-it-slow', title: 'Is it slow?', url: `${article}#is-it-slow`, command: 'broker depth <name>', readings },
  fixes: [
    {
      ...{ id: 'raise-it', title: 'Raise the limit', url: `${article}#raise-it`, kind: 'mitigate', risk: 'disruptive' },
      ...{
        effect: 'drops connections',
        riskNote: 'Connections drop.',
        takesEffect: 'at once',
        resolves: ['too-slow'],
        command: 'broker limit <name> <limit>',
      },
    },
  ],
  lookAlikes: [
    {
      ...{ id: 'disk-full', title: 'The disk is full', url: `${article}#disk-full`, prints: 'ERR disk', tell: 'It names the disk.' },
      page: 'https://kb.example/kb/symptoms/disk-full/',
    },
  ],
};

export const faultsFile: FaultsFile = {
  $schema: 'https://kb.example/kb/faults.schema.json',
  version: 1,
  site: 'https://kb.example/kb/',
  faults: [publishedSymptom],
  pages: [
    { url: 'https://kb.example/kb/' },
    { url: 'https://kb.example/kb/search/' },
    { url: article, anchors: ['too-slow', 'slow-consumer', 'is-it-slow', 'raise-it', 'disk-full', 'queue-full'] },
    { url: 'https://kb.example/kb/symptoms/queue-full/', anchors: ['says', 'check', 'is-it-slow', 'raise-it'] },
    { url: 'https://kb.example/kb/symptoms/disk-full/', anchors: ['says', 'check'] },
  ],
  former: [
    { from: 'https://kb.example/kb/symptoms/queue-is-full/', to: 'https://kb.example/kb/symptoms/queue-full/' },
    { from: `${article}#slow-consumer`, to: `${article}#too-slow` },
  ],
};
