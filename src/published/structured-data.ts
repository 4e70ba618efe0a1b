/**
 * Structured data for search engines and assistants: JSON-LD with the vocabulary of schema.org.
 *
 * The data of an article names its fixes; the data of its symptoms' pages has their steps. Both give a fix the same `@id`, so the data
 * of all pages forms one graph and repeats nothing.
 *
 * @see https://schema.org/TechArticle
 * @see https://schema.org/HowTo
 */
import type { Graph, HowTo, HowToStep, ListItem, Organization, Person, TechArticle, Thing } from 'schema-dts';
import type { Fix } from '../model/article.ts';
import { commandsOf } from '../model/commands.ts';
import type { Article, SymptomInArticle } from '../content/index.ts';
import { pick } from '../content/sections.ts';
import { articleTrail, symptomTrail, type Crumb } from '../content/trail.ts';
import type { AbsoluteUrls } from '../addresses/permalinks.ts';
import { articlePreview, symptomPreview, type LinkPreview } from './link-preview.ts';

/** The name and the description of the site. */
export interface SiteName {
  name: string;
  language: string;
}

/**
 * Returns the data of an article's page.
 *
 * @param article the article
 * @param site the site
 * @param absoluteUrls the URLs of the site
 */
export function articleData(article: Article, site: SiteName, absoluteUrls: AbsoluteUrls): Graph {
  const url = absoluteUrls.article(article.slug);
  return graph(
    {
      ...techArticle(url, articlePreview(article, absoluteUrls), article, site),
      isPartOf: { '@type': 'WebSite', '@id': absoluteUrls.home(), name: site.name },
      hasPart: article.fixes.map((fix) => howTo(fix, article, absoluteUrls)),
    },
    breadcrumbs(articleTrail(article, absoluteUrls), site, absoluteUrls),
  );
}

/**
 * Returns the data of a symptom's page: the symptom, and its fixes step by step.
 *
 * @param found the symptom and its article
 * @param site the site
 * @param absoluteUrls the URLs of the site
 */
export function symptomData({ symptom, article }: SymptomInArticle, site: SiteName, absoluteUrls: AbsoluteUrls): Graph {
  const url = absoluteUrls.symptom(symptom.id);
  const whole = absoluteUrls.article(article.slug);
  return graph(
    {
      ...techArticle(url, symptomPreview({ symptom, article }, absoluteUrls), article, site),
      isPartOf: { '@type': 'TechArticle', '@id': whole, headline: article.title },
      hasPart: pick(article.fixes, symptom.fixes).map((fix) => ({ ...howTo(fix, article, absoluteUrls), step: steps(fix, article) })),
    },
    breadcrumbs(symptomTrail({ symptom, article }, absoluteUrls), site, absoluteUrls),
  );
}

const graph = (...things: Thing[]): Graph => ({ '@context': 'https://schema.org', '@graph': things });

function techArticle(url: string, preview: LinkPreview, { technologies, authors }: Article, { name: siteName, language }: SiteName) {
  const by = authors.length ? authors : [{ name: siteName, kind: 'group' as const }];
  return {
    '@type': 'TechArticle',
    '@id': url,
    url,
    headline: preview.title,
    description: preview.description,
    image: preview.picture?.url,
    datePublished: preview.article?.published,
    dateModified: preview.article?.reviewed,
    inLanguage: language,
    author: by.map(({ name, kind }): Person | Organization => ({ '@type': kind === 'person' ? 'Person' : 'Organization', name })),
    about: technologies.map(({ name }) => ({ '@type': 'Thing' as const, name })),
  } satisfies TechArticle;
}

const howTo = ({ id, title }: Fix, { slug }: Article, absoluteUrls: AbsoluteUrls) =>
  ({ '@type': 'HowTo', '@id': absoluteUrls.article(slug, id), name: title }) satisfies HowTo;

/** Returns the commands of a fix, then those that verify it. A fix without commands is one step that refers to the page. */
function steps(fix: Fix, { body }: Article): HowToStep[] {
  const commands = commandsOf(body.code).filter(({ section, inside }) => section?.id === fix.id && inside !== 'Undo');
  if (commands.length === 0) return [{ '@type': 'HowToStep', text: fix.title }];
  return commands.map(({ text, inside }) => ({ '@type': 'HowToStep', ...(inside === 'Verify' && { name: 'Verify' }), text }));
}

/**
 * Returns the data of a page that is a list: where it stands.
 *
 * @param trail the pages above it, and itself
 * @param site the site
 * @param absoluteUrls the URLs of the site
 */
export const trailData = (trail: readonly Crumb[], site: SiteName, absoluteUrls: AbsoluteUrls): Graph =>
  graph(breadcrumbs(trail, site, absoluteUrls));

const breadcrumbs = (trail: readonly Crumb[], { name }: SiteName, absoluteUrls: AbsoluteUrls): Thing => ({
  '@type': 'BreadcrumbList',
  itemListElement: [{ name, url: absoluteUrls.home() }, ...trail].map(({ name, url }, index): ListItem => ({
    '@type': 'ListItem',
    position: index + 1,
    name,
    item: url,
  })),
});

/**
 * Returns data as the content of a `<script>` element. No text in the data can close the element.
 *
 * @see https://html.spec.whatwg.org/multipage/scripting.html#restrictions-for-contents-of-script-elements
 */
export const scriptContent = (data: Graph): string => JSON.stringify(data).replaceAll('<', '\\u003c');
