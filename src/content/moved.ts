/** What a page told once and another tells now. */
import type { Moved } from '../model/article.ts';
import { contentUrl, parseContentLink, readAddress, referenceAnchor, type Permalinks } from '../addresses/permalinks.ts';
import { redirectsOf, type Redirect } from '../addresses/redirects.ts';
import { articlePreview, symptomPreview, technologyPreview, type LinkPreview } from '../published/link-preview.ts';
import { allArticles, allSymptoms, allTechnologies, type Article } from './index.ts';
import type { Told } from './sections.ts';

/** An anchor that stays as a pointer. */
export interface MovedEntry {
  anchor: string;
  to: Told;
}

/**
 * The pointers of a page.
 *
 * @param moved what was declared of an article or symptom
 * @param slug the article that declares it
 * @param articles all articles
 * @param permalinks the URLs of the site
 */
export const movedEntries = (moved: readonly Moved[], slug: string, articles: readonly Article[], permalinks: Permalinks): MovedEntry[] =>
  moved
    .filter(({ from }) => !from.includes('#'))
    .map(({ from, to }) => ({ anchor: from, to: { title: titleOf(to, slug, articles), url: contentUrl(to, slug, permalinks) } }));

function titleOf(to: string, slug: string, articles: readonly Article[]): string {
  const link = parseContentLink(to);
  if (link?.to === 'symptom') return articles.flatMap(({ symptoms }) => symptoms).find(({ id }) => id === link.id)?.title ?? link.id;
  const anchor = link?.to === 'section' ? link.id : link?.to === 'article' ? link.anchor : undefined;
  const article = articles.find((candidate) => candidate.slug === (link?.to === 'article' ? link.slug : slug));
  return (article && anchor && titleIn(anchor, article)) ?? article?.title ?? to;
}

function titleIn(anchor: string, article: Article): string | undefined {
  const { symptoms, causes, checks, fixes, lookAlikes, references, body } = article;
  const declared = [...symptoms, ...causes, ...checks, ...fixes, ...lookAlikes].find(({ id }) => id === anchor);
  return (
    declared?.title ??
    references.find(({ id }) => referenceAnchor(id) === anchor)?.title ??
    body.headings.find(({ id }) => id === anchor)?.text
  );
}

/** How the page at an address presents itself, for the page at a former address of it. */
export async function previewAt(address: string, addresses: Permalinks): Promise<LinkPreview | undefined> {
  const { page, id } = readAddress(address) ?? {};
  const articles = await allArticles();
  const article = page === 'article' && articles.find(({ slug }) => slug === id);
  if (article) return articlePreview(article, addresses);
  const found = page === 'symptom' && (await allSymptoms()).find(({ symptom }) => symptom.id === id);
  if (found) return symptomPreview(found, addresses);
  const technology = page === 'technology' && (await allTechnologies()).find((candidate) => candidate.id === id);
  return technology ? technologyPreview(technology) : undefined;
}

/** Every former address of the site, and where it leads. */
export const allRedirects = async (permalinks: Permalinks): Promise<Redirect[]> =>
  redirectsOf({ articles: await allArticles(), technologies: await allTechnologies() }, permalinks);
