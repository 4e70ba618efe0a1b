import { describe, expect, test } from 'vitest';
import { permalinksFor, readAddress } from '../../../src/addresses/permalinks.ts';
import { redirectsOf, resolveAddress, serverRedirects, type NamedContent } from '../../../src/addresses/redirects.ts';

const content: NamedContent = {
  articles: [
    {
      slug: 'queue',
      aliases: ['queue-full', 'worker'],
      moved: [
        { from: 'worker#raise-it', to: '#raise-the-lock' },
        { from: 'worker#late', to: 'article:late#late' },
        { from: 'dropped', to: 'symptom:jobs-late' },
      ],
      symptoms: [{ id: 'job-refused', aliases: ['refused', 'job-lost'] }],
    },
    { slug: 'late', aliases: [], moved: [], symptoms: [{ id: 'jobs-late', aliases: [] }] },
  ],
  technologies: [{ id: 'message-broker', aliases: ['broker'] }],
};

describe.for(['/', '/kb/'])('published under %s', (base) => {
  const redirects = redirectsOf(content, permalinksFor(base));
  const byPath = new Map(redirects.map((redirect) => [redirect.from, redirect]));

  test('every former address has a redirect, and nothing else has', () => {
    expect(redirects.map(({ from, to }) => [from, to])).toEqual([
      [`${base}articles/queue-full/`, `${base}articles/queue/`],
      [`${base}articles/worker/`, `${base}articles/queue/`],
      [`${base}symptoms/job-lost/`, `${base}symptoms/job-refused/`],
      [`${base}symptoms/refused/`, `${base}symptoms/job-refused/`],
      [`${base}technologies/broker/`, `${base}technologies/message-broker/`],
    ]);
  });

  test.for([
    ['a present page', 'articles/late/#late', 'articles/late/#late'],
    ['a former page', 'articles/queue-full/', 'articles/queue/'],
    ['an anchor of a former page', 'articles/queue-full/#raise-it', 'articles/queue/#raise-it'],
    ['an anchor whose id was taken in the article it was merged into', 'articles/worker/#raise-it', 'articles/queue/#raise-the-lock'],
    ['an anchor that went to another article than the rest', 'articles/worker/#late', 'articles/late/#late'],
    ['another anchor of the same page', 'articles/worker/#fix', 'articles/queue/#fix'],
    ['a former symptom', 'symptoms/refused/#fix', 'symptoms/job-refused/#fix'],
    ['a file', 'faults.json', 'faults.json'],
  ])('%s', ([, from, to]) => {
    expect(resolveAddress(`${base}${from}`, byPath)).toBe(`${base}${to}`);
  });

  test('servers redirect every page but those whose anchors lead to different places', () => {
    expect(serverRedirects(redirects)).toEqual(redirects.filter(({ from }) => !from.endsWith('/worker/')));
  });
});

describe('what an address is about', () => {
  const links = permalinksFor('/');
  test.for([
    [links.article('redis-oom'), { page: 'article', id: 'redis-oom' }],
    [links.article('redis-oom', 'raise-it'), { page: 'article', id: 'redis-oom' }],
    [links.symptom('oom-killed'), { page: 'symptom', id: 'oom-killed' }],
    [links.technology('redis'), { page: 'technology', id: 'redis' }],
    [links.symptoms(), undefined],
    [links.home(), undefined],
    [links.faults(), undefined],
    [`${links.article('redis-oom')}index.html`, undefined],
  ] as const)('%s', ([address, about]) => {
    expect(readAddress(address)).toEqual(about);
  });
});
