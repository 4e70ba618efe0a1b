/** The ids of a whole site, collected once: every article is checked against all of them. */
import type { Corpus } from '../../model/source.ts';
import { memoiseByObject } from '../../memoise.ts';

/** Returns the slugs of all articles. */
export const slugsOf = memoiseByObject((corpus: Corpus): readonly string[] => corpus.articles.map(({ slug }) => slug));

/** Returns the ids of all symptoms. */
export const symptomIdsOf = memoiseByObject((corpus: Corpus): readonly string[] =>
  corpus.articles.flatMap(({ frontmatter }) => frontmatter.symptoms.map(({ id }) => id)),
);
