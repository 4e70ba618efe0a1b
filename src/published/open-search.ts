/** The OpenSearch 1.1 description, with which browsers add the site as a search engine. */
import XMLBuilder from 'fast-xml-builder';
import type { AbsoluteUrls } from '../addresses/permalinks.ts';
import type { Site } from '../model/site-schema.ts';
import { pictureType } from '../render/logo.ts';

/** The longest name that the specification allows. */
const shortNameLength = 16;

/**
 * Returns the description as XML.
 *
 * @param site the name of the site, its purpose in one line, and its icon
 * @param absoluteUrls the URLs of the site
 */
export const openSearchDescription = (
  { name, tagline, favicon }: Pick<Site, 'name' | 'tagline' | 'favicon'>,
  absoluteUrls: AbsoluteUrls,
): string =>
  new XMLBuilder({ ignoreAttributes: false, format: true, suppressEmptyNode: true }).build({
    '?xml': { '@_version': '1.0', '@_encoding': 'UTF-8' },
    OpenSearchDescription: {
      '@_xmlns': 'http://a9.com/-/spec/opensearch/1.1/',
      ShortName: shortName(name),
      Description: tagline,
      InputEncoding: 'UTF-8',
      ...(favicon && { Image: { '@_type': pictureType(favicon), '#text': absoluteUrls.asset(favicon) } }),
      Url: [
        { '@_type': 'text/html', '@_template': absoluteUrls.searchTemplate() },
        { '@_type': 'application/opensearchdescription+xml', '@_rel': 'self', '@_template': absoluteUrls.openSearch() },
      ],
    },
  });

/** As many words of a name as fit; of a long first word, its beginning. */
function shortName(name: string): string {
  const words = name.slice(0, shortNameLength + 1).replace(/\s+\S*$/, '');
  return name.length <= shortNameLength ? name : words.slice(0, shortNameLength);
}
