/** The ids of the whole site, collected once for all articles. */
import type { Corpus } from '../../model/source.ts';
import { memoiseByObject } from '../../memoise.ts';

/** Returns the slugs of all articles. */
export const slugsOf = memoiseByObject((corpus: Corpus): readonly string[] => corpus.articles.map(({ slug }) => slug));

/** Returns the ids of all symptoms. */
export const symptomIdsOf = memoiseByObject((corpus: Corpus): readonly string[] =>
  corpus.articles.flatMap(({ frontmatter }) => frontmatter.symptoms.map(({ id }) => id)),
);
