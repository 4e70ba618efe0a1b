import { defineCollection, reference } from 'astro:content';
import { file, glob } from 'astro/loaders';
import { authorSchema, technologySchema } from './content-model/closed-lists.ts';
import { articleSchema } from './content-model/schema.ts';

export const collections = {
  articles: defineCollection({
    loader: glob({ base: './content/articles', pattern: '*/index.mdx', generateId: ({ entry }) => entry.split('/')[0] ?? entry }),
    schema: articleSchema({ technology: reference('technologies'), author: reference('authors'), article: reference('articles') }),
  }),
  technologies: defineCollection({ loader: file('content/technologies.yaml'), schema: technologySchema }),
  authors: defineCollection({ loader: file('content/authors.yaml'), schema: authorSchema }),
};
