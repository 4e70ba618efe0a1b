/** A symptom as the search holds it: what it looks in and shows of the published symptom. URLs are paths on the site. */
import type { FaultsFile, PublishedFault } from '../model/faults-schema.ts';

type Signature = Pick<PublishedFault['signatures'][number], 'text' | 'printedBy' | 'since' | 'until'>;
type SearchedFix = Pick<PublishedFault['fixes'][number], 'id' | 'title' | 'kind' | 'risk' | 'takesEffect' | 'url' | 'command'>;
type SearchedLookAlike = Pick<PublishedFault['lookAlikes'][number], 'id' | 'title' | 'prints' | 'tell' | 'url'>;

/** The version of their shape: a page passes over an index that holds another one, as after the site was published anew. */
export const searchedVersion = 1 satisfies FaultsFile['version'];

/** A symptom as the search holds it. */
export interface Fault extends Pick<
  PublishedFault,
  'id' | 'url' | 'title' | 'revision' | 'order' | 'meaning' | 'technologies' | 'phrases' | 'check'
> {
  article: Pick<PublishedFault['article'], 'slug' | 'title' | 'url'>;
  signatures: Signature[];
  fixes: SearchedFix[];
  lookAlikes: SearchedLookAlike[];
}

/** What finding reads of a symptom. */
export interface FindableFault extends Pick<Fault, 'id' | 'title' | 'order' | 'meaning' | 'technologies' | 'phrases'> {
  article: Pick<Fault['article'], 'slug' | 'title'>;
  signatures: { text: string }[];
}

/** A symptom with the words of each signature that must stand in a paste, because neighbouring messages differ in them. */
export type Indexed<F extends FindableFault> = Omit<F, 'signatures'> & {
  signatures: (F['signatures'][number] & { decisive: string[] })[];
};

/** A symptom as the search index holds it. */
export type IndexedFault = Indexed<Fault>;

/**
 * The symptoms of a published file as the search holds them.
 *
 * @param file the content of `/faults.json`
 */
export const searchedFaults = ({ faults }: FaultsFile): Fault[] => faults.map(searchedFault);

/** The fields by name, so that what is published besides costs readers' browsers nothing. */
function searchedFault(fault: PublishedFault): Fault {
  const { id, title, revision, order, meaning, technologies, phrases, article, check } = fault;
  return {
    ...{ id, url: pathOf(fault.url), title, revision, order, meaning, technologies },
    article: { slug: article.slug, title: article.title, url: pathOf(article.url) },
    signatures: fault.signatures.map(({ text, printedBy, since, until }) => ({ text, printedBy, since, until })),
    phrases,
    check: { ...check, url: pathOf(check.url) },
    fixes: fault.fixes.map(({ id, title, kind, risk, takesEffect, url, command }) => ({
      ...{ id, title, kind, risk, takesEffect, url: pathOf(url), command },
    })),
    lookAlikes: fault.lookAlikes.map(({ id, title, prints, tell, url }) => ({ id, title, prints, tell, url: pathOf(url) })),
  };
}

/** The address without its server, so that a copy of the site on another one finds its own pages. */
function pathOf(address: string): string {
  const { pathname, hash } = new URL(address);
  return pathname + hash;
}
