/** The only door to the content collections: articles, symptoms and their relations, as plain data. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { getCollection, getEntries, getEntry, render, type CollectionEntry } from 'astro:content';
import type { Root } from 'mdast';
import { mdxToMdast } from 'satteri';
import type { ArticleFrontmatter, Symptom } from '../model/article.ts';
import { readBody, type ArticleBody } from '../model/body.ts';
import { symptomCaptureName, type LabRecord } from '../model/lab-record.ts';
import { revisionOf } from './revision.ts';

/** An article with its relations resolved to what pages show. */
export interface Article extends Omit<ArticleFrontmatter, 'technologies' | 'authors' | 'related'> {
  slug: string;
  technologies: Technology[];
  authors: Author[];
  related: string[];
  body: ArticleBody;
  /** What its lab recorded; without scenarios when it has none. */
  lab: LabRecord;
  /** @see revisionOf */
  revision: string;
}

/** A technology of the closed list. */
export interface Technology {
  id: string;
  name: string;
  colour: string;
}

/** Who wrote an article. */
export interface Author {
  name: string;
  kind: 'person' | 'group';
}

/** A symptom together with the article that tells it. */
export interface SymptomInArticle {
  symptom: Symptom;
  article: Article;
}

let articles: Promise<Article[]> | undefined;

/** All articles, the newest first; those of one day by slug. In development they are read anew each time. */
export function allArticles(): Promise<Article[]> {
  if (import.meta.env.DEV || !articles) articles = readArticles();
  return articles;
}

async function readArticles(): Promise<Article[]> {
  const entries = await getCollection('articles');
  const read = await Promise.all(entries.map(toArticle));
  return read.toSorted((a, b) => b.published.localeCompare(a.published) || a.slug.localeCompare(b.slug));
}

async function toArticle({ id, data, body, filePath = '' }: CollectionEntry<'articles'>): Promise<Article> {
  const [technologies, authors] = await Promise.all([getEntries(data.technologies), getEntries(data.authors)]);
  const lab = (await getCollection('labs')).find((record) => record.id === id);
  return {
    ...data,
    slug: id,
    technologies: technologies.map((technology) => technology.data),
    authors: authors.map((author) => author.data),
    related: data.related.map((article) => article.id),
    body: readBody(mdxToMdast(body ?? '', { position: true }) as Root),
    lab: lab?.data ?? { scenarios: [] },
    revision: await revisionOf(path.dirname(filePath)),
  };
}

/** The component that renders an article's body. */
export async function articleContent(slug: string) {
  const entry = await getEntry('articles', slug);
  if (!entry) throw new Error(`There is no article "${slug}".`);
  const { Content } = await render(entry);
  return Content;
}

/** An article as it was written: the syntax tree of its body, and what its lab captured, by name. */
export interface ArticleText {
  root: Root;
  captures: ReadonlyMap<string, string>;
}

let latest: { body: string; text: ArticleText } | undefined;

/** An article as it was written. Only the latest is kept: trees of all articles would fill the memory. */
export async function articleText({ slug, lab }: Article): Promise<ArticleText> {
  const entry = await getEntry('articles', slug);
  if (!entry?.body) throw new Error(`There is no article "${slug}".`);
  if (latest?.body === entry.body && !import.meta.env.DEV) return latest.text;
  const names = lab.scenarios.flatMap((scenario) => Object.keys(scenario.captures));
  const captures = await Promise.all(names.map(async (name) => [name, await readCapture(entry, name)] as const));
  const text = { root: mdxToMdast(entry.body, {}) as Root, captures: new Map(captures) };
  latest = { body: entry.body, text };
  return text;
}

/** The article's first diagram as SVG; an empty text when it has none. The plugin `fences` puts it there. */
export async function articlePicture(slug: string): Promise<string> {
  const entry = await getEntry('articles', slug);
  if (!entry) return '';
  const { remarkPluginFrontmatter } = await render(entry);
  return (remarkPluginFrontmatter as { picture?: string }).picture ?? '';
}

/**
 * What the software printed when the lab made a symptom appear.
 *
 * @returns undefined when no lab has captured it
 */
export async function symptomCapture({ slug, lab }: Article, symptom: string): Promise<string | undefined> {
  const name = symptomCaptureName(lab, symptom);
  const entry = name ? await getEntry('articles', slug) : undefined;
  return name && entry ? readCapture(entry, name) : undefined;
}

const readCapture = ({ filePath = '' }: CollectionEntry<'articles'>, name: string): Promise<string> =>
  readFile(path.join(path.dirname(filePath), 'captures', `${name}.txt`), 'utf8');

/** All symptoms of all articles, in the order of their titles. */
export async function allSymptoms(): Promise<SymptomInArticle[]> {
  const found = (await allArticles()).flatMap((article) => article.symptoms.map((symptom) => ({ symptom, article })));
  return found.toSorted((a, b) => a.symptom.title.localeCompare(b.symptom.title, 'en'));
}

/** The technologies of the closed list, with their former ids. */
export const allTechnologies = async (): Promise<CollectionEntry<'technologies'>['data'][]> =>
  (await getCollection('technologies')).map(({ data }) => data);

/** The technologies that at least one article treats, by name. */
export async function technologiesInUse(): Promise<(Technology & { articles: Article[] })[]> {
  const all = await allArticles();
  const used = new Map(all.flatMap((article) => article.technologies.map((technology) => [technology.id, technology] as const)));
  return [...used.values()]
    .map((technology) => ({
      ...technology,
      articles: all.filter((article) => article.technologies.some(({ id }) => id === technology.id)),
    }))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en'));
}
