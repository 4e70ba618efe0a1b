import { pathToFileURL } from 'node:url';
import { defineCollection } from 'astro:content';

import { glob } from 'astro/loaders';
import { z } from 'zod';
import { contentRoot } from './content/root.ts';

/** The bodies of articles, for rendering only. `content/` reads their text and frontmatter, so the collection does not keep them. */
export const collections = {
  articles: defineCollection({
    loader: glob({
      base: pathToFileURL(`${contentRoot}/articles/`),
      pattern: '*/index.mdx',
      generateId: ({ entry }) => entry.split('/')[0] ?? entry, // the folder of an article is its slug
      retainBody: false,
    }),
    schema: z.object({}),
  }),
};
