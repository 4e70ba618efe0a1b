/** An article as rules see it: what its file says, and where. */
import type { ArticleFrontmatter } from './article.ts';
import type { ArticleBody, Place } from './body.ts';
import type { LabRecord } from './lab-record.ts';
import type { DeclaredIds } from './salvage.ts';

/** A path into the frontmatter, e.g. `['symptoms', 0, 'id']`. */
export type FieldPath = readonly (string | number)[];

/** A file of a lab. */
export interface HashedFile {
  /** Changes with the content of the file. */
  hash: string;
  /** The source text of a TypeScript module; undefined for every other file. */
  source?: string | undefined;
}

/** Files by their path from the lab's folder: `lab.ts`, `files/app.py`; `../…` for a module that labs share. */
export type LabFiles = ReadonlyMap<string, HashedFile>;

/** An article that was read, as far as it could be. */
export interface ArticleSource {
  slug: string;
  file: string;
  frontmatter: DeclaredIds;
  /** All of the frontmatter, when it fits the schema. */
  article: ArticleFrontmatter | undefined;
  /** Whether frontmatter and body could be read; nothing can be said about the ids of an article that could not. */
  readable: boolean;
  body: ArticleBody;
  /** What the lab of the article recorded; without scenarios when it has none. */
  lab: LabRecord;
  /** What its lab captured: the text of each file in `captures/`, by its name without `.txt`. */
  captures: ReadonlyMap<string, string>;
  /** Whether what its lab recorded could be read; nothing can be said about what ran when it could not. */
  labReadable: boolean;
  /** The files of its lab. */
  labFiles: LabFiles;
  /** Where the record of a scenario begins in `lab.json`. */
  placeOfScenario: (name: string) => Place;
  /** The names of the files beside `index.mdx`. */
  files: ReadonlySet<string>;
  /** Where a field of the frontmatter stands; the nearest enclosing field for one that is absent. */
  placeOf: (path: FieldPath) => Place;
}

/** Everything that relations may point at. */
export interface Corpus {
  articles: ArticleSource[];
  /** The name of each technology by its id. */
  technologies: ReadonlyMap<string, string>;
  /** Former ids of technologies, with the present one of each. */
  formerTechnologies: ReadonlyMap<string, string>;
  authors: ReadonlySet<string>;
  reservedSlugs: ReadonlySet<string>;
  /** The languages that code blocks may have. */
  languages: ReadonlySet<string>;
}
