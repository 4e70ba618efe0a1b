/** The part of a published symptom that the search uses and shows. Its URLs have no origin: they begin with the base path. */
import type { FaultsFile, PublishedSymptom } from '../model/faults-file.ts';

type Signature = Pick<PublishedSymptom['signatures'][number], 'text' | 'printedBy' | 'since' | 'until'>;
type SearchedFix = Pick<PublishedSymptom['fixes'][number], 'id' | 'title' | 'kind' | 'risk' | 'effect' | 'takesEffect' | 'url' | 'command'>;
type SearchedLookAlike = Pick<PublishedSymptom['lookAlikes'][number], 'id' | 'title' | 'prints' | 'tell' | 'url'>;

/** The version of these types. A page rejects an index with another version: the site was rebuilt since the page was loaded. */
export const searchedVersion = 1 satisfies FaultsFile['version'];

/** A symptom with the fields that the search uses and shows. */
export interface SearchedSymptom extends Pick<
  PublishedSymptom,
  'id' | 'url' | 'title' | 'severity' | 'revision' | 'order' | 'meaning' | 'impact' | 'technologies' | 'phrases' | 'check'
> {
  article: Pick<PublishedSymptom['article'], 'slug' | 'title' | 'url'>;
  signatures: Signature[];
  fixes: SearchedFix[];
  lookAlikes: SearchedLookAlike[];
}

/** The fields that the matcher reads. */
export interface FindableSymptom extends Pick<SearchedSymptom, 'id' | 'title' | 'order' | 'meaning' | 'technologies' | 'phrases'> {
  article: Pick<SearchedSymptom['article'], 'slug' | 'title'>;
  signatures: { text: string }[];
}

/** A symptom with the decisive words of each signature: a match must contain them, because similar messages differ in them. */
export type Indexed<F extends FindableSymptom> = Omit<F, 'signatures'> & {
  signatures: (F['signatures'][number] & { decisive: string[] })[];
};

/** A symptom in the search index. */
export type IndexedSymptom = Indexed<SearchedSymptom>;

/**
 * Returns the symptoms of a published file with the fields that the search uses.
 *
 * @param file the content of `/faults.json`
 */
export const searchedSymptoms = ({ faults }: FaultsFile): SearchedSymptom[] => faults.map(searchedSymptom);

/** Lists the fields by name, so that browsers do not download the other published fields. */
function searchedSymptom(symptom: PublishedSymptom): SearchedSymptom {
  const { id, title, severity, revision, order, meaning, impact, technologies, phrases, article, check } = symptom;
  return {
    ...{ id, url: pathOf(symptom.url), title, severity, revision, order, meaning, impact, technologies },
    article: { slug: article.slug, title: article.title, url: pathOf(article.url) },
    signatures: symptom.signatures.map(({ text, printedBy, since, until }) => ({ text, printedBy, since, until })),
    phrases,
    check: {
      ...check,
      url: pathOf(check.url),
      readings: check.readings.map(({ is, do: step, ...reading }) => ({ ...reading, is: local(is), do: local(step) })),
    },
    fixes: symptom.fixes.map(({ id, title, kind, risk, effect, takesEffect, url, command }) => ({
      ...{ id, title, kind, risk, effect, takesEffect, url: pathOf(url), command },
    })),
    lookAlikes: symptom.lookAlikes.map(({ id, title, prints, tell, url }) => ({ id, title, prints, tell, url: pathOf(url) })),
  };
}

/** Returns a link to a page of this server. */
const local = <Link extends { url: string }>(link: Link | undefined): Link | undefined => link && { ...link, url: pathOf(link.url) };

/** Returns a URL without its origin, so that a copy of the site on another server links to its own pages. */
function pathOf(url: string): string {
  const { pathname, hash } = new URL(url);
  return pathname + hash;
}
