import { describe, expect, test } from 'vitest';
import { permalinksFor } from '../../../src/addresses/permalinks.ts';
import type { Article } from '../../../src/content/index.ts';
import { pageKey, type Surroundings } from '../../../src/content/page-key.ts';
import { noSite } from '../../../src/content/read-site.ts';
import { articleInSite } from '../published/fixture-article.ts';

const { article, articles } = await articleInSite();
const [, other = article] = articles;
const surroundings: Surroundings = { articles, permalinks: permalinksFor('/'), source: noSite };
const key = (changed: Partial<Article> = {}, around: Partial<Surroundings> = {}) =>
  pageKey({ ...article, ...changed }, { ...surroundings, ...around });
const [technology] = article.technologies;
const [author] = article.authors;
const moved = [{ from: 'old-anchor', to: `article:${other.slug}` }];

test('the same content has the same key', () => {
  expect(key()).toBe(key({}, { articles: [...articles] }));
});

describe('the key changes with', () => {
  test.for<[string, Partial<Article>]>([
    ['the text', { text: `${article.text} ` }],
    ['a capture', { captures: new Map([['refused', 'ERR']]) }],
    ['the record of the lab', { lab: { ...article.lab, scenarios: [] } }],
    ['the revision', { revision: '00000000' }],
    ['a technology', { technologies: technology ? [{ ...technology, name: 'Another name' }] : [] }],
    ['an author', { authors: author ? [{ ...author, name: 'Another name' }] : [] }],
  ])('%s', ([, changed]) => {
    expect(key(changed)).not.toBe(key());
  });

  test.for<[string, Partial<Surroundings>]>([
    ['the title of the next article', { articles: [article, { ...other, title: 'Another title' }] }],
    ['the order of articles', { articles: articles.toReversed() }],
    ['the articles that exist', { articles: [...articles, { ...other, slug: 'one-more' }] }],
    ['the base path', { permalinks: permalinksFor('/kb/') }],
    ['the name of the site', { source: { ...noSite, site: { ...noSite.site, name: 'Another name' } } }],
    ['the logo', { source: { ...noSite, logo: { file: 'logo.svg', bytes: new TextEncoder().encode('<svg/>') } } }],
  ])('%s', ([, around]) => {
    expect(key({ moved }, around)).not.toBe(key({ moved }));
  });

  test('the title of a related article that is no neighbour', () => {
    const between = { ...other, slug: 'between' };
    const related = { related: [other.slug] };
    const renamed = [article, between, { ...other, title: 'Another title' }];
    expect(key(related, { articles: renamed })).not.toBe(key(related, { articles: [article, between, other] }));
  });

  test('the title of a section that another article moved to', () => {
    const [symptom] = other.symptoms;
    const away = { ...other, slug: 'far-away' };
    const to = { moved: [{ from: 'old-anchor', to: `symptom:${symptom?.id ?? ''}` }] };
    const renamed = { ...away, symptoms: other.symptoms.map((found) => ({ ...found, title: 'Another title' })) };
    const alone = { ...article, symptoms: [] };
    expect(pageKey({ ...alone, ...to }, { ...surroundings, articles: [alone, renamed] })).not.toBe(
      pageKey({ ...alone, ...to }, { ...surroundings, articles: [alone, away] }),
    );
  });
});
