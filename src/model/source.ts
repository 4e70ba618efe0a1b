/** Content as rules see it: what each file says, and where. */
import type { z } from 'zod';
import type { ArticleFrontmatter } from './article.ts';
import type { ArticleBody, Place } from './body.ts';
import type { authorSchema, technologySchema } from './closed-lists.ts';
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
  /** Path of `index.mdx`, for messages. */
  file: string;
  /** The text of the file, with LF as line ending. */
  text: string;
  frontmatter: DeclaredIds;
  /** All of the frontmatter, when it fits the schema. */
  article: ArticleFrontmatter | undefined;
  /** Whether frontmatter and body could be read; nothing can be said about the ids of an article that could not. */
  readable: boolean;
  body: ArticleBody;
  /** The anchors of its labelled blocks of code, see `commandAnchors`. */
  commandAnchors: readonly string[];
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
  /** The state of its source, see `revisionOf`. */
  revision: string;
  /** Where a field of the frontmatter stands; the nearest enclosing field for one that is absent. */
  placeOf: (path: FieldPath) => Place;
}

/** A technology of the closed list. */
export type Technology = z.output<typeof technologySchema>;
/** An author of the closed list. */
export type Author = z.output<typeof authorSchema>;

/** Everything that relations may point at. */
export interface Corpus {
  articles: readonly ArticleSource[];
  /** The technologies by their id. A field that does not fit the schema has a default here. */
  technologies: ReadonlyMap<string, Technology>;
  /** The authors by their id, likewise. */
  authors: ReadonlyMap<string, Author>;
  reservedSlugs: ReadonlySet<string>;
}
