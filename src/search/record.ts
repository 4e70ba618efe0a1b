/** What the search index holds of a symptom. Pure: made from the site's published data. */
import type { Fault, FindableFault } from './fault.ts';

/** A record for Pagefind. What stands in `meta` would be searched too, so it has none: see `index-writer.ts`. */
export interface SearchRecord {
  url: string;
  language: string;
  content: string;
}

/**
 * Makes the index record of a symptom.
 *
 * @param fault the symptom as published
 */
export const searchRecord = (fault: Fault): SearchRecord => ({ url: fault.url, language: 'en', content: searchedText(fault) });

/**
 * All the words by which a symptom may be looked for.
 *
 * @param fault the symptom
 */
export function searchedText(fault: FindableFault): string {
  return [
    fault.title,
    ...fault.signatures.map(({ text }) => text),
    ...fault.phrases,
    fault.meaning,
    fault.article.title,
    ...fault.technologies,
  ].join('\n');
}
