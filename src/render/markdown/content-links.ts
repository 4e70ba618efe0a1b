import { defineMdastPlugin, type MdastPluginEntry } from 'satteri';
import { contentUrl, type Permalinks } from '../../addresses/permalinks.ts';

/**
 * Turns the links of an article's body into URLs of the site.
 *
 * Links to a section stay fragments on the article's own page; elsewhere (a symptom's page shows some of the sections)
 * they must name the article, so every one does.
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

/** The slug of the article that a file holds: the name of its folder. */
export const slugOf = (fileURL: URL | undefined): string => decodeURIComponent(fileURL?.pathname.split('/').at(-2) ?? '');
