/** Content as the rules read it: the data of each file, with line and column. */
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
  /** A hash of the file's content. */
  hash: string;
  /** The source text of a TypeScript module; undefined for every other file. */
  source?: string | undefined;
}

/** Files by their path from the lab's folder: `lab.ts`, `files/app.py`; `../…` for a module that labs share. */
export type LabFiles = ReadonlyMap<string, HashedFile>;

/** An article with everything that could be read of it. */
export interface ArticleSource {
  slug: string;
  /** Path of `index.mdx`, for messages. */
  file: string;
  /** The text of the file, with LF as line ending. */
  text: string;
  frontmatter: DeclaredIds;
  /** All of the frontmatter, when it fits the schema. */
  article: ArticleFrontmatter | undefined;
  /** Whether frontmatter and body could be read. When false, the lists of ids here are not complete. */
  readable: boolean;
  body: ArticleBody;
  /** The anchors of its labelled code blocks, see `commandAnchors`. */
  commandAnchors: readonly string[];
  /** The record of the article's lab; it has no scenarios when there is no lab. */
  lab: LabRecord;
  /** The captures of its lab: the text of each file in `captures/`, by its name without `.txt`. */
  captures: ReadonlyMap<string, string>;
  /** Whether the record of its lab could be read. When false, it is unknown which commands ran. */
  labReadable: boolean;
  /** The files of its lab. */
  labFiles: LabFiles;
  /** Returns the place in `lab.json` where the record of a scenario begins. */
  placeOfScenario: (name: string) => Place;
  /** The names of the files beside `index.mdx`. */
  files: ReadonlySet<string>;
  /** The revision of its source, see `revisionOf`. */
  revision: string;
  /** Returns the place of a field of the frontmatter; of a missing field, the place of the nearest field around it. */
  placeOf: (path: FieldPath) => Place;
}

/** A technology of the closed list. */
export type Technology = z.output<typeof technologySchema>;
/** An author of the closed list. */
export type Author = z.output<typeof authorSchema>;

/** All content that relations may refer to. */
export interface Corpus {
  articles: readonly ArticleSource[];
  /** The technologies by their id. A field that does not fit the schema is replaced by a default. */
  technologies: ReadonlyMap<string, Technology>;
  /** The authors by their id, with the same defaults. */
  authors: ReadonlyMap<string, Author>;
  reservedSlugs: ReadonlySet<string>;
}
