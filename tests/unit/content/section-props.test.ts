import { describe, expect, test } from 'vitest';
import type { Article } from '../../../src/content/index.ts';
import { aboutSymptom, bodyProps, lookAlikesOf, partialBodyProps, readingRows, symptomGroups } from '../../../src/content/sections.ts';
import type { Symptom } from '../../../src/model/article.ts';
import { permalinksFor } from '../../../src/addresses/permalinks.ts';
import { minimalFrontmatter } from '../model/minimal-frontmatter.ts';

const permalinks = permalinksFor('/kb/');
const lookAlike = (id: string, where: object) => ({ id, title: 'Another fault', prints: 'ERR', tell: 'Look at it.', ...where });

const command = (section: string, text: string, label?: string) => ({
  ...{ language: 'bash', text, meta: label ? `lab="${label}"` : '', section: { kind: 'Fix', id: section }, line: 1, column: 1 },
});
const code = [
  command('raise-it', 'broker limit 900', 'raise'),
  command('raise-it', 'broker depth', 'depth'),
  command('raise-it', 'reboot'),
];
const scenario = {
  name: 'a full queue',
  date: '2026-02-03',
  software: [{ software: 'Broker', version: '2.4.1' }],
  symptoms: ['queue-full'],
  captures: {},
  commands: { raise: 'broker limit 900', depth: 'broker depth --all' },
};

const article = {
  ...minimalFrontmatter(),
  slug: 'queue',
  body: { code },
  lab: { scenarios: [scenario] },
  symptoms: [{ ...minimalFrontmatter().symptoms[0], lookAlikes: ['in-faultbook', 'planned'] }],
  lookAlikes: [
    lookAlike('planned', { article: 'later' }),
    lookAlike('in-faultbook', { symptom: 'disk-full', check: 'is-it-slow' }),
    lookAlike('in-article', { article: 'disk' }),
  ],
} as unknown as Article;

describe('what the lab of an article recorded', () => {
  const { sections } = bodyProps(article, permalinks, []);
  const evidence = { software: ['Broker 2.4.1'], date: '2026-02-03' };

  test('a fix says how many of its commands ran as they stand; one that changed since does not count', () => {
    expect(sections['raise-it']).toMatchObject({ run: { ran: 1, of: 3, evidence } });
  });
});

describe('an article that is shown whole', () => {
  const { groups, sections, lookAlikes, messages } = bodyProps(article, permalinks, ['queue', 'disk']);

  test('has props for every section, by its id', () => {
    expect(groups).toBeUndefined();
    expect(Object.keys(sections).toSorted()).toEqual(['is-it-slow', 'raise-it', 'too-slow']);
  });

  test('has a row for each message, with a link to its page that works under the base path', () => {
    expect(messages).toEqual([{ symptom: article.symptoms[0], page: '/kb/symptoms/queue-full/' }]);
  });

  test('a reading leads to what it proves and to what to do', () => {
    expect(sections['is-it-slow']).toMatchObject({
      readings: [
        {
          shows: 'the number grows',
          is: { title: 'The consumer is too slow', url: '/kb/articles/queue/#too-slow' },
          do: { title: 'Raise the limit', url: '/kb/articles/queue/#raise-it' },
        },
      ],
    });
  });

  test('a fix names the causes that it treats', () => {
    expect(sections['raise-it']).toMatchObject({ causes: [{ url: '/kb/articles/queue/#too-slow' }] });
  });

  test('a look-alike leads to its symptom or article, when the site has it', () => {
    expect(lookAlikes.entries.map(({ page }) => page)).toEqual([undefined, '/kb/symptoms/disk-full/', '/kb/articles/disk/']);
  });
});

describe('an article of which some sections are shown', () => {
  const group = (...ids: string[]) => ({ id: 'fix', title: 'Fix it', ids });

  test('has props for these, and no look-alikes; a fix names its place in the article', () => {
    const groups = [group('raise-it')];
    expect(partialBodyProps(groups, article, permalinks, [])).toMatchObject({
      groups,
      sections: { 'raise-it': { url: '/kb/articles/queue/#raise-it', run: { ran: 1, of: 3 } } },
      lookAlikes: { entries: [] },
    });
    expect(Object.keys(partialBodyProps(groups, article, permalinks, []).sections)).toEqual(['raise-it']);
  });

  test('a section that does not exist has none', () => {
    expect(partialBodyProps([group('nothing')], article, permalinks, []).sections).toEqual({});
  });

  test('a reading that leads to a section of the same page stays on it', () => {
    const groups = [group('is-it-slow'), group('raise-it')];
    expect(partialBodyProps(groups, article, permalinks, []).sections['is-it-slow']).toMatchObject({
      readings: [{ is: { url: '/kb/articles/queue/#too-slow' }, do: { url: '#raise-it' } }],
    });
  });

  test('of the fixes that are folded, each says so', () => {
    const groups = [{ ...group('raise-it'), folded: ['raise-it'] }];
    expect(partialBodyProps(groups, article, permalinks, []).sections['raise-it']).toMatchObject({ isFolded: true });
  });

  test('on the page of a symptom these are its check, and its fixes by kind', () => {
    const [symptom] = article.symptoms;
    expect(symptom && symptomGroups(symptom, article).map(({ id, ids }) => [id, ids])).toEqual([
      ['check', ['is-it-slow']],
      ['stop', ['raise-it']],
    ]);
  });
});

test('the look-alikes of a symptom come in the order that it gives', () => {
  const [symptom] = article.symptoms;
  expect(symptom && lookAlikesOf(symptom, article, permalinks, []).map((entry) => entry.lookAlike.id)).toEqual(['in-faultbook', 'planned']);
});

test('the first fix that stops it and the first that mends it are whole, all others folded', () => {
  const fix = (id: string, kind: string) => ({ ...minimalFrontmatter().fixes[0], id, kind });
  const fixes = [fix('a', 'mitigate'), fix('b', 'mitigate'), fix('c', 'resolve'), fix('d', 'resolve'), fix('e', 'prevent')];
  const symptom = { ...minimalFrontmatter().symptoms[0], fixes: fixes.map(({ id }) => id) } as unknown as Symptom;
  expect(symptomGroups(symptom, { ...article, fixes } as unknown as Article).map(({ id, folded }) => [id, folded])).toEqual([
    ['check', undefined],
    ['stop', ['b']],
    ['fix', ['d']],
    ['prevent', ['e']],
  ]);
});

test('what the article says of one symptom alone has a heading, and nothing has none', () => {
  const [symptom] = article.symptoms as [Symptom];
  const about = (isEmpty: boolean) =>
    aboutSymptom(symptom, { body: { sections: [{ id: symptom.id, isEmpty }] } } as unknown as Article).map(({ ids }) => ids);
  expect(about(false)).toEqual([['queue-full']]);
  expect(about(true)).toEqual([]);
});

test('a reading may prove a symptom or a look-alike, which lead to their own pages, or say in words what it means', () => {
  const rows = readingRows(
    [
      { shows: 'an error', is: 'queue-full' },
      { shows: 'ERR disk', is: 'in-faultbook', means: 'the disk' },
      { shows: 'nothing', means: 'healthy' },
    ],
    article,
    permalinks,
    [],
  );
  expect(rows.map(({ is, means }) => [is?.url, means])).toEqual([
    ['/kb/symptoms/queue-full/', undefined],
    ['/kb/symptoms/disk-full/', 'the disk'],
    [undefined, 'healthy'],
  ]);
});
