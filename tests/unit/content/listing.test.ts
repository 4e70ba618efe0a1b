import { describe, expect, test } from 'vitest';
import { beginning, commonestSymptoms, firstSample, symptomsByTechnology, symptomsOf, tellingLine } from '../../../src/content/listing.ts';
import type { Article, Technology } from '../../../src/content/index.ts';

const technology = (id: string): Technology => ({ id, name: id.toUpperCase(), colour: 'red', aliases: [] });
const [redis, celery, linux] = ['redis', 'celery', 'linux'].map(technology) as [Technology, Technology, Technology];

const articleWith = (slug: string, technologies: Technology[], symptoms: { id: string; technologies?: string[] }[]): Article =>
  ({
    slug,
    technologies,
    captures: new Map([['seen', 'ERR seen in the lab']]),
    symptoms: symptoms.map((symptom) => ({ technologies: [], samples: [{ capture: 'seen' }], ...symptom })),
  }) as unknown as Article;

const full = articleWith('full', [redis, celery], [{ id: 'oom' }, { id: 'lost-task', technologies: ['celery', 'redis'] }]);
const killed = articleWith('killed', [linux, redis], [{ id: 'killed' }]);
const articles = [full, killed];
const symptoms = articles.flatMap((article) => article.symptoms.map((symptom) => ({ symptom, article })));
const content = { articles, symptoms };
const ids = (listed: readonly { id: string }[]) => listed.map(({ id }) => id);

describe('the list of a technology', () => {
  test('has the symptoms that concern it, not all of the articles about it', () => {
    const { count, articles: listed } = symptomsOf(celery, content);
    expect(listed.map(({ article, symptoms }) => [article.slug, ids(symptoms)])).toEqual([['full', ['lost-task']]]);
    expect(count).toBe(1);
  });

  test('has an article about it, although none of its symptoms concerns it', () => {
    expect(symptomsOf(redis, content).articles.map(({ article, symptoms }) => [article.slug, symptoms.length])).toEqual([
      ['full', 2],
      ['killed', 0],
    ]);
  });
});

test('the list of all symptoms has each once, under its main technology, by name', () => {
  expect(symptomsByTechnology(content).map(({ technology, symptoms }) => [technology.id, ids(symptoms)])).toEqual([
    ['celery', ['lost-task']],
    ['linux', ['killed']],
    ['redis', ['oom']],
  ]);
});

describe('the front page offers', () => {
  const offered = (named: string[], most = 10) => commonestSymptoms(named, content, most).map(({ symptom }) => symptom.id);

  test('the symptoms that the site names, in their order', () => expect(offered(['killed', 'oom'])).toEqual(['killed', 'oom']));
  test('the first of each article, when it names none', () => expect(offered([])).toEqual(['oom', 'killed']));
  test('no more than it has room for', () => expect(offered([], 1)).toEqual(['oom']));
  test('the text that the lab captured, as an example', () => expect(firstSample(symptoms[0]!)).toBe('ERR seen in the lab'));
});

test('of a paste, the line is shown that has most words of the message', () => {
  const paste = 'app-1 | starting\napp-1 | ERR queue mail is full (500 of 500)\napp-1 | ERR retry';
  expect(tellingLine(paste, 'ERR queue <name> is full')).toBe('app-1 | ERR queue mail is full (500 of 500)');
});

test('a long message is cut with a sign', () => {
  expect(beginning('short')).toBe('short');
  expect(beginning('word '.repeat(40))).toMatch(/^.{100,109}…$/);
});
