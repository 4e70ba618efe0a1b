import { defineCollection, reference } from 'astro:content';
import { file, glob } from 'astro/loaders';
import { authorSchema, technologySchema } from './model/closed-lists.ts';
import { labRecordSchema } from './model/lab-record.ts';
import { articleSchema } from './model/schema.ts';
import { contentRoot } from './content/root.ts';

/** The folder of an article is its slug. */
const slugOf = ({ entry }: { entry: string }) => entry.split('/')[0] ?? entry;

export const collections = {
  articles: defineCollection({
    loader: glob({ base: `${contentRoot}/articles`, pattern: '*/index.mdx', generateId: slugOf }),
    schema: articleSchema({ technology: reference('technologies'), author: reference('authors'), article: reference('articles') }),
  }),
  labs: defineCollection({
    loader: glob({ base: `${contentRoot}/articles`, pattern: '*/lab.json', generateId: slugOf }),
    schema: labRecordSchema,
  }),
  technologies: defineCollection({ loader: file(`${contentRoot}/technologies.yaml`), schema: technologySchema }),
  authors: defineCollection({ loader: file(`${contentRoot}/authors.yaml`), schema: authorSchema }),
};
