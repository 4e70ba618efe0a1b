/** A symptom as the search holds it: what it looks in and shows of the published symptom. URLs are paths on the site. */
import type { FaultsFile, PublishedSymptom } from '../model/faults-file.ts';

type Signature = Pick<PublishedSymptom['signatures'][number], 'text' | 'printedBy' | 'since' | 'until'>;
type SearchedFix = Pick<PublishedSymptom['fixes'][number], 'id' | 'title' | 'kind' | 'risk' | 'takesEffect' | 'url' | 'command'>;
type SearchedLookAlike = Pick<PublishedSymptom['lookAlikes'][number], 'id' | 'title' | 'prints' | 'tell' | 'url'>;

/** The version of their shape: a page passes over an index that holds another one, as after the site was published anew. */
export const searchedVersion = 1 satisfies FaultsFile['version'];

/** A symptom as the search holds it. */
export interface SearchedSymptom extends Pick<
  PublishedSymptom,
  'id' | 'url' | 'title' | 'revision' | 'order' | 'meaning' | 'technologies' | 'phrases' | 'check'
> {
  article: Pick<PublishedSymptom['article'], 'slug' | 'title' | 'url'>;
  signatures: Signature[];
  fixes: SearchedFix[];
  lookAlikes: SearchedLookAlike[];
}

/** What finding reads of a symptom. */
export interface FindableSymptom extends Pick<SearchedSymptom, 'id' | 'title' | 'order' | 'meaning' | 'technologies' | 'phrases'> {
  article: Pick<SearchedSymptom['article'], 'slug' | 'title'>;
  signatures: { text: string }[];
}

/** A symptom with the words of each signature that must stand in a paste, because neighbouring messages differ in them. */
export type Indexed<F extends FindableSymptom> = Omit<F, 'signatures'> & {
  signatures: (F['signatures'][number] & { decisive: string[] })[];
};

/** A symptom as the search index holds it. */
export type IndexedSymptom = Indexed<SearchedSymptom>;

/**
 * The symptoms of a published file as the search holds them.
 *
 * @param file the content of `/faults.json`
 */
export const searchedSymptoms = ({ faults }: FaultsFile): SearchedSymptom[] => faults.map(searchedSymptom);

/** The fields by name, so that what is published besides costs readers' browsers nothing. */
function searchedSymptom(symptom: PublishedSymptom): SearchedSymptom {
  const { id, title, revision, order, meaning, technologies, phrases, article, check } = symptom;
  return {
    ...{ id, url: pathOf(symptom.url), title, revision, order, meaning, technologies },
    article: { slug: article.slug, title: article.title, url: pathOf(article.url) },
    signatures: symptom.signatures.map(({ text, printedBy, since, until }) => ({ text, printedBy, since, until })),
    phrases,
    check: { ...check, url: pathOf(check.url) },
    fixes: symptom.fixes.map(({ id, title, kind, risk, takesEffect, url, command }) => ({
      ...{ id, title, kind, risk, takesEffect, url: pathOf(url), command },
    })),
    lookAlikes: symptom.lookAlikes.map(({ id, title, prints, tell, url }) => ({ id, title, prints, tell, url: pathOf(url) })),
  };
}

/** The address without its server, so that a copy of the site on another one finds its own pages. */
function pathOf(url: string): string {
  const { pathname, hash } = new URL(url);
  return pathname + hash;
}
