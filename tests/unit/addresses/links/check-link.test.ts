import { describe, expect, test } from 'vitest';
import { checkLink } from '../../../../src/addresses/links/check-link.ts';
import { publishedSite, readFaultsFile } from '../../../../src/addresses/links/published-site.ts';
import { faultsFile } from '../../published/published-symptom.ts';

const site = publishedSite(faultsFile);
const home = 'https://kb.example/kb/';
const check = (path: string, against = site) => checkLink(path.replace(/^~/, home), against);

describe('leads where it says', () => {
  test.for([
    '~',
    '~search/?q=queue%20full',
    '~search/#q=queue%20full',
    '~search/#q={{ $labels.reason | urlquery }}',
    '~symptoms/queue-full/?from={{ $labels.pod }}',
    '~symptoms/queue-full/',
    '~symptoms/queue-full/?utm_source=mail#raise-it',
    '~symptoms/queue-full/#raise%2Dit',
    '~symptoms/queue-full/#raise-it:~:text=limit',
    '~symptoms/%71ueue-full/',
    '~symptoms/queue-full.md',
    '~symptoms/queue-is-full.md',
    '~articles/broker.md#raise-it',
    'http://KB.example/kb/symptoms/queue-full/',
    '//kb.example/kb/symptoms/queue-full/',
    'kb.example/kb/symptoms/queue-full/',
  ])('%s', (path) => {
    expect(check(path)).toEqual({ verdict: 'right' });
  });
});

describe('leads somewhere that has another address now', () => {
  test.for([
    ['~symptoms/queue-is-full/', 'symptoms/queue-full/'],
    ['~symptoms/queue-is-full', 'symptoms/queue-full/'],
    ['~symptoms/queue-is-full/#raise-it', 'symptoms/queue-full/#raise-it'],
    ['~symptoms/queue-full', 'symptoms/queue-full/'],
    ['~symptoms/queue-full/index.html#check', 'symptoms/queue-full/#check'],
    ['~articles/broker/#slow-consumer', 'articles/broker/#too-slow'],
    ['https://kb.example/kb', ''],
  ] as const)('%s', ([path, now]) => {
    expect(check(path)).toEqual(path === 'https://kb.example/kb' ? { verdict: 'right' } : { verdict: 'moved', now: home + now });
  });
});

describe('is dead, and the nearest page is suggested', () => {
  test.for([
    ['a slip', '~symptoms/quue-full/', 'symptoms/queue-full/'],
    ['a slip, with an anchor that is there', '~symptoms/quue-full/#raise-it', 'symptoms/queue-full/#raise-it'],
    ['a slip, with an anchor that is not', '~symptoms/quue-full/#nothing-like-it', 'symptoms/queue-full/'],
    ['a slip in a former address', '~symptoms/queue-is-ful/', 'symptoms/queue-full/'],
    ['an uppercase path', '~Symptoms/Queue-Full/', 'symptoms/queue-full/'],
    ['an escaped slash', '~symptoms%2Fqueue-full/', 'symptoms/queue-full/'],
    ['two slashes', '~symptoms//queue-full/', 'symptoms/queue-full/'],
    ['another ending', '~symptoms/queue-full.html', 'symptoms/queue-full/'],
    ['a slip in Markdown', '~symptoms/queue-ful.md', 'symptoms/queue-full.md'],
    ['the wrong folder', '~faults/queue-full/', 'symptoms/queue-full/'],
    ['a slip in the anchor', '~symptoms/queue-full/#raiseit', 'symptoms/queue-full/#raise-it'],
    ['an anchor of the article', '~symptoms/queue-full/#disk-full', 'articles/broker/#disk-full'],
    ['an anchor that is nowhere', '~symptoms/queue-full/#lower-everything', 'symptoms/queue-full/'],
  ] as const)('%s', ([, path, nearest]) => {
    expect(check(path)).toMatchObject({ verdict: 'dead', nearest: home + nearest });
  });

  test('without a similar page nothing is suggested', () => {
    expect(check('~pricing/enterprise-plans/')).toEqual({ verdict: 'dead', reason: 'there is no page at this address' });
  });

  test('a stray percent sign breaks nothing', () => {
    expect(check('~symptoms/queue%-full/#%')).toMatchObject({ verdict: 'dead' });
  });
});

describe('is not checked, with the reason', () => {
  test.for(['~symptoms/{{ $labels.id }}/', '~symptoms/${ID}/', '~symptoms/$ID/'])('a template: %s', (path) => {
    expect(check(path)).toMatchObject({ verdict: 'unchecked' });
  });

  test('an anchor of a page whose anchors are not known', () => {
    expect(check('~#known-faults')).toMatchObject({ verdict: 'unchecked' });
  });
});

test('anchors of the built site take precedence over those in the file', () => {
  const built = publishedSite(
    faultsFile,
    new Map([
      ['/', { ids: new Set(['known-faults']) }],
      ['/pictures/broker.png', { ids: new Set<string>() }],
    ]),
  );
  expect(check('~#known-faults', built)).toEqual({ verdict: 'right' });
  expect(check('~pictures/broker.png', built)).toEqual({ verdict: 'right' });
  expect(check('~symptoms/queue-full/', built)).toMatchObject({ verdict: 'dead' });
});

test.for([
  ['another version', { ...faultsFile, version: 2 }, /version 2 of faults\.json, and this command reads version 1/],
  ['another file', [], /no faults\.json/],
  ['a part that is missing', { ...faultsFile, pages: undefined }, /"pages"/],
] as const)('a file that cannot be used says why: %s', ([, data, why]) => {
  expect(() => readFaultsFile(data)).toThrow(why);
});
