/** The site's symptoms as it publishes them. */
import type { Reference, Signature } from '../model/article.ts';
import { symptomEvidence } from '../model/lab-record.ts';
import type { AbsoluteUrls } from '../addresses/permalinks.ts';
import { faultsFileSchema, faultsVersion, type FaultsFile, type PublishedSymptom } from '../model/faults-file.ts';
import { formerAddresses, publishedPages } from './pages.ts';
import { symptomTechnologies, type Article, type SiteContent, type SymptomInArticle } from '../content/index.ts';
import { lookAlikesOf, pick, readingRows } from '../content/sections.ts';

/**
 * Returns the content of `/faults.json`.
 *
 * @param content the content of the site
 * @param absoluteUrls the URLs of the site
 */
export function faultsFile(content: SiteContent, absoluteUrls: AbsoluteUrls): FaultsFile {
  const slugs = content.articles.map(({ slug }) => slug);
  // Parsing removes fields that the schema does not describe.
  return faultsFileSchema.parse({
    $schema: absoluteUrls.faultsSchema(),
    version: faultsVersion,
    site: absoluteUrls.home(),
    faults: content.symptoms.map((found) => toPublished(found, absoluteUrls, slugs)),
    pages: publishedPages(content, absoluteUrls),
    former: formerAddresses(content, absoluteUrls),
  });
}

function toPublished({ symptom, article }: SymptomInArticle, absoluteUrls: AbsoluteUrls, slugs: readonly string[]): PublishedSymptom {
  const { slug, title, aliases } = article;
  const told = <T extends { id: string }>(item: T) => ({
    ...item,
    url: absoluteUrls.article(slug, item.id),
    ...commandOf(item.id, article),
  });
  const check = article.checks.find(({ id }) => id === symptom.check);
  return {
    ...symptom,
    url: absoluteUrls.symptom(symptom.id),
    markdown: absoluteUrls.symptomMarkdown(symptom.id),
    revision: article.revision,
    order: article.symptoms.indexOf(symptom),
    technologies: symptomTechnologies({ symptom, article }).map(({ name }) => name),
    reviewed: article.reviewed,
    testedWith: article.testedWith,
    reproduced: symptomEvidence(article.lab, symptom.id),
    article: { slug, aliases, title, url: absoluteUrls.article(slug), markdown: absoluteUrls.articleMarkdown(slug) },
    signatures: symptom.signatures.map((signature) => withSource(signature, article.references)),
    causes: pick(article.causes, symptom.causes).map(told),
    check: {
      ...told({ id: symptom.check, title: check?.title ?? '' }),
      readings: readingRows(check?.readings ?? [], article, absoluteUrls, slugs),
    },
    fixes: pick(article.fixes, symptom.fixes).map(told),
    lookAlikes: lookAlikesOf(symptom, article, absoluteUrls, slugs).map(({ lookAlike, page }) => ({ ...told(lookAlike), page })),
  };
}

/** Returns a signature in which the title and URL of its reference replace the reference's id. */
const withSource = ({ source, ...signature }: Signature, references: readonly Reference[]): PublishedSymptom['signatures'][number] => ({
  ...signature,
  ...(source && { source: references.find(({ id }) => id === source) }),
});

/** Returns the first command of a check or fix, if it has one. */
function commandOf(id: string, { body }: Article): { command?: string } {
  const command = body.sections.find((section) => section.id === id)?.commands[0];
  return command ? { command } : {};
}
