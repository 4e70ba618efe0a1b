/** The OpenSearch 1.1 description, with which browsers add the site as a search engine. */
import XMLBuilder from 'fast-xml-builder';
import type { AbsoluteUrls } from '../addresses/permalinks.ts';

/** The longest name that the specification allows. */
const shortNameLength = 16;

/**
 * Returns the description as XML.
 *
 * @param site the name of the site and its purpose in one line
 * @param absoluteUrls the URLs of the site
 */
export const openSearchDescription = (site: { name: string; tagline: string }, absoluteUrls: AbsoluteUrls): string =>
  new XMLBuilder({ ignoreAttributes: false, format: true, suppressEmptyNode: true }).build({
    '?xml': { '@_version': '1.0', '@_encoding': 'UTF-8' },
    OpenSearchDescription: {
      '@_xmlns': 'http://a9.com/-/spec/opensearch/1.1/',
      ShortName: site.name.slice(0, shortNameLength),
      Description: site.tagline,
      InputEncoding: 'UTF-8',
      Image: { '@_type': 'image/svg+xml', '#text': absoluteUrls.asset('favicon.svg') },
      Url: [
        { '@_type': 'text/html', '@_template': absoluteUrls.searchTemplate() },
        { '@_type': 'application/opensearchdescription+xml', '@_rel': 'self', '@_template': absoluteUrls.openSearch() },
      ],
    },
  });
