/** What the search index holds of a symptom. Pure: made from the site's published data. */
import type { Fault } from './fault.ts';

/** A record for Pagefind. What stands in `meta` would be searched too, so it has none: see `index-writer.ts`. */
export interface SearchRecord {
  url: string;
  language: string;
  content: string;
}

/**
 * Makes the index record of a symptom: all the words by which it may be looked for.
 *
 * @param fault the symptom as published
 */
export function searchRecord(fault: Fault): SearchRecord {
  const words = [
    fault.title,
    ...fault.signatures.map(({ text }) => text),
    ...fault.phrases,
    fault.meaning,
    fault.article.title,
    ...fault.technologies,
  ];
  return { url: fault.url, language: 'en', content: words.join('\n') };
}
