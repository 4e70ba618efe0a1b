/** An article as rules see it: what its file says, and where. */
import type { ArticleFrontmatter } from './article.ts';
import type { ArticleBody, Place } from './body.ts';

/** A path into the frontmatter, e.g. `['symptoms', 0, 'id']`. */
export type FieldPath = readonly (string | number)[];

/** An article that was read and fits the schema. */
export interface ArticleSource {
  slug: string;
  file: string;
  frontmatter: ArticleFrontmatter;
  body: ArticleBody;
  /** Where a field of the frontmatter stands; the nearest enclosing field for one that is absent. */
  placeOf: (path: FieldPath) => Place;
}

/** Everything that relations may point at. */
export interface Corpus {
  articles: ArticleSource[];
  technologies: ReadonlySet<string>;
  authors: ReadonlySet<string>;
  reservedSlugs: ReadonlySet<string>;
  /** The languages that code blocks may have. */
  languages: ReadonlySet<string>;
}
