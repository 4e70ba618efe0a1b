import { describe, expect, test } from 'vitest';
import { parseContentLink, permalinksFor, publishedIndex, referenceAnchor } from '../../../src/addresses/permalinks.ts';

describe.for([
  ['/', '/'],
  ['/kb/', '/kb/'],
  ['/kb', '/kb/'],
  ['kb', '/kb/'],
  ['', '/'],
  ['/team/kb/', '/team/kb/'],
] as const)('under the base "%s"', ([base, root]) => {
  const links = permalinksFor(base);

  test.for([
    ['the front page', links.home(), ''],
    ['an article', links.article('redis-oom'), 'articles/redis-oom/'],
    ['a section of an article', links.article('redis-oom', 'raise-it'), 'articles/redis-oom/#raise-it'],
    ['a symptom', links.symptom('oom-killed'), 'symptoms/oom-killed/'],
    ['the list of symptoms', links.symptoms(), 'symptoms/'],
    ['the list of articles', links.articles(), 'articles/'],
    ['a technology', links.technology('redis'), 'technologies/redis/'],
    ['the search', links.search(), 'search/'],
    ['a search for nothing', links.search(''), 'search/'],
    ['a search', links.search('OOM'), 'search/#q=OOM'],
    ['the picture of an article', links.picture({ page: 'article', id: 'redis-oom' }), 'pictures/articles/redis-oom.png'],
    ['the picture of a symptom', links.picture({ page: 'symptom', id: 'oom-killed' }), 'pictures/symptoms/oom-killed.png'],
    ['the picture of a technology, which has none of its own', links.picture({ page: 'technology', id: 'redis' }), 'pictures/site.png'],
    ['the picture of the site', links.picture(), 'pictures/site.png'],
    ['a search in a browser', links.searchTemplate(), 'search/?q={searchTerms}'],
    ['an article as Markdown', links.articleMarkdown('redis-oom'), 'articles/redis-oom.md'],
    ['a symptom as Markdown', links.symptomMarkdown('oom-killed'), 'symptoms/oom-killed.md'],
    ['the faults', links.faults(), 'faults.json'],
    ['the schema of the faults', links.faultsSchema(), 'faults.schema.json'],
    ['what the site holds', links.llms(), 'llms.txt'],
    ['the search for browsers', links.openSearch(), 'opensearch.xml'],
    ['the rules for robots', links.robots(), 'robots.txt'],
    ['the feed', links.rss(), 'rss.xml'],
    ['the site map', links.sitemap(), 'sitemap-index.xml'],
    ['the search index', links.searchIndex(), 'pagefind/'],
    ['the search index for pages that no kept copy has', publishedIndex(links), 'published/pagefind/'],
    ['a file', links.asset('favicon.svg'), 'favicon.svg'],
  ])('%s', ([, url, path]) => {
    expect(url).toBe(`${root}${path}`);
  });
});

test.for([
  ['https://kb.example', '/', 'https://kb.example/'],
  ['https://kb.example/', '/kb', 'https://kb.example/kb/'],
] as const)('at %s under "%s" whole addresses begin with %s', ([origin, base, root]) => {
  const links = permalinksFor(base, origin);
  expect(links.home()).toBe(root);
  expect(links.article('redis-oom', 'raise-it')).toBe(`${root}articles/redis-oom/#raise-it`);
  expect(links.searchTemplate()).toBe(`${root}search/?q={searchTerms}`);
});

test('a query stands in the fragment and survives it, whatever is in it', () => {
  const query = `50% of #1 & "a+b" = <x>\nüñ 🧯`;
  const url = new URL(permalinksFor('/').search(query), 'https://example.org');
  expect(url.search).toBe('');
  expect(decodeURIComponent(url.hash.slice('#q='.length))).toBe(query);
});

describe('the link of an author', () => {
  test.for([
    ['#raise-it', { to: 'section', id: 'raise-it' }],
    ['article:redis-oom', { to: 'article', slug: 'redis-oom', anchor: undefined }],
    ['article:redis-oom#raise-it', { to: 'article', slug: 'redis-oom', anchor: 'raise-it' }],
    ['symptom:oom-killed', { to: 'symptom', id: 'oom-killed' }],
    ['ref:manual', { to: 'reference', id: 'manual' }],
    ['https://redis.io/docs/?a=1#b', { to: 'web', url: 'https://redis.io/docs/?a=1#b' }],
  ] as const)('%s', ([url, link]) => {
    expect(parseContentLink(url)).toEqual(link);
  });

  test.for([
    'http://redis.io',
    'redis.io',
    '/articles/redis-oom/',
    '../redis-oom',
    'index.mdx',
    'article:',
    'symptom:',
    'ref:',
    'Article:redis-oom',
    'mailto:a@example.org',
    'javascript:alert(1)',
    'data:text/html,x',
    'https://',
    'https://a b',
    '',
  ])('"%s" is none', (url) => {
    expect(parseContentLink(url)).toBeUndefined();
  });
});

test('the anchor of a reference cannot be that of a section of the same name', () => {
  expect(referenceAnchor('manual')).toBe('ref-manual');
});
