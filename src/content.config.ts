import { defineCollection, reference } from 'astro:content';
import { file, glob } from 'astro/loaders';
import { authorSchema, technologySchema } from './content-model/closed-lists.ts';
import { labRecordSchema } from './content-model/lab-record.ts';
import { articleSchema } from './content-model/schema.ts';

/** The folder of an article is its slug. */
const slugOf = ({ entry }: { entry: string }) => entry.split('/')[0] ?? entry;

export const collections = {
  articles: defineCollection({
    loader: glob({ base: './content/articles', pattern: '*/index.mdx', generateId: slugOf }),
    schema: articleSchema({ technology: reference('technologies'), author: reference('authors'), article: reference('articles') }),
  }),
  labs: defineCollection({
    loader: glob({ base: './content/articles', pattern: '*/lab.json', generateId: slugOf }),
    schema: labRecordSchema,
  }),
  technologies: defineCollection({ loader: file('content/technologies.yaml'), schema: technologySchema }),
  authors: defineCollection({ loader: file('content/authors.yaml'), schema: authorSchema }),
};
