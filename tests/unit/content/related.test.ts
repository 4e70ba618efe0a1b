import { describe, expect, test } from 'vitest';
import { relatedArticles, relatedSymptoms } from '../../../src/content/related.ts';
import type { Article, SymptomInArticle } from '../../../src/content/index.ts';

interface Told {
  id: string;
  causes: string[];
  lookAlikes?: string[];
}

/** An article with as much as decides what is related. */
const articleWith = (slug: string, symptoms: Told[], lookAlikes: { id: string; symptom?: string; article?: string }[] = []): Article =>
  ({
    slug,
    related: [],
    lookAlikes,
    causes: ['full', 'slow'].map((id) => ({ id, title: `It is ${id}` })),
    symptoms: symptoms.map((symptom) => ({ lookAlikes: [], ...symptom })),
  }) as unknown as Article;

const symptomsOf = (...articles: Article[]): SymptomInArticle[] =>
  articles.flatMap((article) => article.symptoms.map((symptom) => ({ symptom, article })));

const queue = articleWith(
  'queue',
  [
    { id: 'refused', causes: ['full', 'slow'], lookAlikes: ['disk'] },
    { id: 'late', causes: ['slow'] },
    { id: 'dropped', causes: ['full', 'slow'] },
    { id: 'other', causes: ['else'] },
  ],
  [{ id: 'disk', symptom: 'no-space', article: 'disk' }],
);
const disk = articleWith('disk', [{ id: 'no-space', causes: ['full'] }]);
const all = symptomsOf(queue, disk);
const relatedTo = (id: string) =>
  relatedSymptoms(
    all.find(({ symptom }) => symptom.id === id)!,
    all,
  ).map(({ symptom, reason }) => `${symptom.id}: ${reason}`);

describe('a symptom is related', () => {
  test('to what it can be mistaken for, then to those with the most causes in common, each with its reason', () => {
    expect(relatedTo('refused')).toEqual(['no-space: looks alike', 'dropped: same cause: It is full', 'late: same cause: It is slow']);
  });

  test('to a symptom of another article that can be mistaken for it', () => {
    expect(relatedTo('no-space')).toEqual(['refused: looks alike']);
  });

  test('to nothing, when it shares no cause', () => {
    expect(relatedTo('other')).toEqual([]);
  });

  test('to six others at most', () => {
    const many = articleWith(
      'many',
      Array.from({ length: 9 }, (_, at) => ({ id: `s${at}`, causes: ['full'] })),
    );
    expect(relatedSymptoms(symptomsOf(many)[0]!, symptomsOf(many))).toHaveLength(6);
  });
});

describe('an article is related', () => {
  const slugs = (article: Article, ...others: Article[]) => relatedArticles(article, [article, ...others]).map(({ slug }) => slug);

  test('to those that it names, those that its look-alikes are about, and those whose look-alikes are about it, each once', () => {
    const named = articleWith('named', []);
    expect(slugs({ ...queue, related: ['named', 'disk'] }, named, disk)).toEqual(['named', 'disk']);
    expect(slugs(disk, queue, named)).toEqual(['queue']);
  });

  test('to none that does not exist', () => {
    expect(slugs({ ...queue, related: ['gone'] }, articleWith('named', []))).toEqual([]);
  });
});
