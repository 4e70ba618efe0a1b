import { pathToFileURL } from 'node:url';
import { defineCollection } from 'astro:content';

import { glob } from 'astro/loaders';
import { z } from 'zod';
import { contentRoot } from './content/root.ts';

const files = glob({
  base: pathToFileURL(`${contentRoot}/articles/`),
  pattern: '*/index.mdx',
  generateId: ({ entry }) => entry.split('/')[0] ?? entry, // the folder of an article is its slug
  retainBody: false,
});

/** Reads the articles of this content root. While developing, Astro keeps entries of the root before, and finds them by slug and text alone. */
const loader: typeof files = {
  ...files,
  load: (context) => {
    if (context.meta.get('content-root') !== contentRoot) context.store.clear();
    context.meta.set('content-root', contentRoot);
    return files.load(context);
  },
};

/** The bodies of articles, for rendering only. `content/` reads their text and frontmatter, so the collection does not keep them. */
export const collections = {
  articles: defineCollection({
    loader,
    schema: z.object({}),
  }),
};
