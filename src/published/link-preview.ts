/** Link previews: what chats, tickets and search engines show for the URL of a page. */
import type { Article, SiteContent, SymptomInArticle, Technology } from '../content/index.ts';
import { readAddress, type AbsoluteUrls } from '../addresses/permalinks.ts';

/** The preview of a page. Its URLs are absolute. */
export interface LinkPreview {
  title: string;
  /** One sentence or two. */
  description: string;
  /** The page's own picture; without one, the preview has the site's picture. */
  picture?: { url: string; alt: string };
  /** Days on which an article or symptom was published and last reviewed, `YYYY-MM-DD`; other pages have none. */
  article?: { published: string; reviewed: string };
}

/**
 * Returns the preview of an article.
 *
 * @param article the article
 * @param absoluteUrls the URLs of the site
 */
export const articlePreview = ({ slug, title, summary, published, reviewed }: Article, absoluteUrls: AbsoluteUrls): LinkPreview => ({
  title,
  description: opening(summary),
  picture: { url: absoluteUrls.picture({ page: 'article', id: slug }), alt: `${title}: where the fault sits, as a diagram` },
  article: { published, reviewed },
});

/**
 * Returns the preview of a symptom.
 *
 * @param found the symptom and its article
 * @param absoluteUrls the URLs of the site
 */
export function symptomPreview({ symptom, article }: SymptomInArticle, absoluteUrls: AbsoluteUrls): LinkPreview {
  const { id, title, meaning, signatures } = symptom;
  const [first] = signatures;
  return {
    title,
    description: meaning,
    picture: {
      url: absoluteUrls.picture({ page: 'symptom', id }),
      alt: first ? `${first.text.replaceAll('\\<', '<')} (${first.printedBy})` : `${title}: ${meaning}`,
    },
    article: { published: article.published, reviewed: article.reviewed },
  };
}

/** Returns the preview of a technology's page. */
export const technologyPreview = ({ name }: Pick<Technology, 'name'>): LinkPreview => ({
  title: `${name} faults`,
  description: `Articles and symptoms that involve ${name}: what each message means, how to check it and how to fix it.`,
});

/**
 * Returns the preview of the page at an address. A page at a former address shows the preview of its target.
 *
 * @param address a path without the base path
 * @param content the content of the site
 * @param absoluteUrls the URLs of the site
 * @returns undefined when the address is not that of an article, symptom or technology
 */
export function previewAt(address: string, content: SiteContent, absoluteUrls: AbsoluteUrls): LinkPreview | undefined {
  const { page, id } = readAddress(address) ?? {};
  switch (page) {
    case 'article': {
      const article = content.articles.find(({ slug }) => slug === id);
      return article && articlePreview(article, absoluteUrls);
    }
    case 'symptom': {
      const found = content.symptoms.find(({ symptom }) => symptom.id === id);
      return found && symptomPreview(found, absoluteUrls);
    }
    case 'technology': {
      const technology = content.technologies.find((candidate) => candidate.id === id);
      return technology && technologyPreview(technology);
    }
    default:
      return undefined;
  }
}

/** Returns the first two sentences of a text. */
export const opening = (text: string): string =>
  text
    .split(/(?<=[.!?]["')]?)\s+(?=["'(]?[\p{Lu}\p{N}])/u)
    .slice(0, 2)
    .join(' ');
