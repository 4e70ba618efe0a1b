import { defineMdastPlugin, type MdastPluginEntry } from 'satteri';
import { contentUrl, type Permalinks } from '../../addresses/permalinks.ts';

/**
 * Turns the links of an article's body into URLs of the site.
 *
 * A link to a section gets the full path of the article, because pages of symptoms show sections too. On the article's
 * own page, `middleware.ts` shortens it to the fragment.
 *
 * @param permalinks the URLs of the site
 */
export const contentLinks =
  (permalinks: Permalinks): MdastPluginEntry =>
  ({ fileURL }) => {
    const resolve = (url: string) => contentUrl(url, slugOf(fileURL), permalinks);
    return defineMdastPlugin({
      name: 'fault-links',
      link: (node, context) => context.setProperty(node, 'url', resolve(node.url)),
      definition: (node, context) => context.setProperty(node, 'url', resolve(node.url)),
    });
  };

/** Returns the slug of the article in a file: the name of its folder. */
export const slugOf = (fileURL: URL | undefined): string => decodeURIComponent(fileURL?.pathname.split('/').at(-2) ?? '');
