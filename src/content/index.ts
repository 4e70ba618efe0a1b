/** Articles and symptoms as pages show them: relations resolved, everything valid. */
import type { Root } from 'mdast';
import { mdxToMdast } from 'satteri';
import { severityOf, type ArticleFrontmatter, type Symptom } from '../model/article.ts';
import { symptomCaptureName } from '../model/lab-record.ts';
import type { Severity } from '../model/vocabulary.ts';
import type { ArticleSource, Author, Corpus, Technology } from '../model/source.ts';
import type { SiteSource } from './read-site.ts';

export type { Author, Technology } from '../model/source.ts';

/** An article with its relations resolved to what pages show. */
export interface Article
  extends
    Omit<ArticleFrontmatter, 'technologies' | 'authors'>,
    Pick<ArticleSource, 'slug' | 'text' | 'frontmatter' | 'body' | 'commandAnchors' | 'lab' | 'captures' | 'revision'> {
  technologies: Technology[];
  authors: Author[];
  /** The severity of its worst symptom. */
  severity: Severity;
}

/** A symptom together with the article that describes it. */
export interface SymptomInArticle {
  symptom: Symptom;
  article: Article;
}

/** A technology with the articles about it. */
export interface TechnologyInUse extends Technology {
  articles: Article[];
}

/** The content of a site, for its pages. */
export interface SiteContent {
  /** The newest first; those of one day by slug. */
  articles: readonly Article[];
  /** By title. */
  symptoms: readonly SymptomInArticle[];
  /** All of the closed list. */
  technologies: readonly Technology[];
  /** The files that are published as they are, see `SiteSource`. */
  publicFiles: readonly string[];
  /** Those that at least one article is about, by name. */
  technologiesInUse: readonly TechnologyInUse[];
}

/**
 * Resolves the relations of content. An article that does not fit the schema is left out: the check stops a build because of it, and
 * while an author works on it the other pages stay.
 *
 * @param corpus the content as it was read
 */
export function siteContent(corpus: Corpus & { site: Pick<SiteSource, 'publicFiles'> }): SiteContent {
  const articles = corpus.articles
    .flatMap((source) => toArticle(source, corpus))
    .toSorted((a, b) => b.published.localeCompare(a.published) || a.slug.localeCompare(b.slug));
  const technologies = [...corpus.technologies.values()];
  return {
    articles,
    symptoms: articles
      .flatMap((article) => article.symptoms.map((symptom) => ({ symptom, article })))
      .toSorted((a, b) => a.symptom.title.localeCompare(b.symptom.title, 'en')),
    technologies,
    publicFiles: corpus.site.publicFiles,
    technologiesInUse: inUse(technologies, articles),
  };
}

function toArticle(source: ArticleSource, { technologies, authors }: Corpus): Article[] {
  const { article: fields, slug, text, frontmatter, body, commandAnchors, lab, captures, revision } = source;
  if (!fields) return [];
  return [
    {
      ...fields,
      ...{ slug, text, frontmatter, body, commandAnchors, lab, captures, revision },
      severity: severityOf(fields),
      technologies: fields.technologies.flatMap((id) => technologies.get(id) ?? []),
      authors: fields.authors.flatMap((id) => authors.get(id) ?? []),
    },
  ];
}

/** Returns the technologies that a symptom concerns, the main one first: its own, or else the first of its article. */
export const symptomTechnologies = ({ symptom, article: { technologies } }: SymptomInArticle): Technology[] =>
  symptom.technologies.length > 0
    ? symptom.technologies.flatMap((id) => technologies.find((technology) => technology.id === id) ?? [])
    : technologies.slice(0, 1);

const inUse = (technologies: readonly Technology[], articles: readonly Article[]): TechnologyInUse[] =>
  technologies
    .map((technology) => ({ ...technology, articles: articles.filter((article) => article.technologies.includes(technology)) }))
    .filter((technology) => technology.articles.length > 0)
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en'));

/** Parses the body of an article. Trees are not kept: those of all articles would fill the memory. */
export const bodyTree = ({ text }: Pick<Article, 'text'>): Root => mdxToMdast(text, {}) as Root;

/**
 * Returns the output of the software when the lab reproduced a symptom.
 *
 * @returns undefined when no lab has captured it
 */
export const symptomCapture = ({ lab, captures }: Article, symptom: string): string | undefined =>
  captures.get(symptomCaptureName(lab, symptom) ?? '');
