import type { Root } from 'mdast';
import { mdxToMdast } from 'satteri';
import { z } from 'zod';
import type { ArticleFrontmatter } from '../model/article.ts';
import { readBody } from '../model/body.ts';
import type { Finding } from '../model/issue.ts';
import { salvage } from '../model/salvage.ts';
import { articleSchema } from '../model/schema.ts';
import type { ArticleSource } from '../model/source.ts';
import { descriptionOf } from './field-descriptions.ts';
import { noLab, type ReadLab } from './read-lab.ts';
import { readSource } from './read-source.ts';
import { parseWith, readYaml } from './read-yaml.ts';

/** Relations are plain ids here; the rule `relations` holds them against what exists. */
const id = z.string();
const schema = articleSchema({ technology: id, author: id, article: id });

/** An article as far as it could be read, and what is wrong with its form. */
export interface ReadArticle {
  source: ArticleSource;
  findings: Finding[];
}

/**
 * Reads one article's file: text, frontmatter, body.
 *
 * @param slug the name of its folder
 * @param file its path, for messages
 * @param bytes the file as it is on disk
 * @param lab its lab, with what that recorded
 * @param files the names of the files beside it
 */
export function readArticle(
  slug: string,
  file: string,
  bytes: Uint8Array,
  { lab, captures, labReadable, labFiles, placeOfScenario }: ReadLab = noLab,
  files: readonly string[] = [],
): ReadArticle {
  const { text, findings } = readSource(bytes);
  if (findings.some(({ kind }) => kind !== 'line-endings')) return { source: unreadable(slug, file), findings };
  const yaml = /^---\n([\s\S]*?)\n---(?:\n|$)/.exec(text)?.[1];
  if (yaml === undefined && text.startsWith('---\n'))
    return { source: unreadable(slug, file), findings: [...findings, frontmatterUnclosed] };
  const body = parseBody(text);
  if (yaml === undefined) return { source: unreadable(slug, file), findings: [...findings, frontmatterMissing, ...body.findings] };
  const frontmatter = readYaml(yaml, 1);
  const form: { value?: ArticleFrontmatter; findings: Finding[] } = frontmatter.findings.length
    ? { findings: frontmatter.findings }
    : parseWith(schema, frontmatter, (path) => descriptionOf(schema, path));
  const source: ArticleSource = {
    slug,
    file,
    frontmatter: salvage(frontmatter.data),
    article: form.value,
    readable:
      frontmatter.findings.length === 0 &&
      typeof frontmatter.data === 'object' &&
      !Array.isArray(frontmatter.data) &&
      body.root !== undefined,
    body: readBody(body.root ?? emptyRoot),
    lab,
    captures,
    labReadable,
    labFiles,
    placeOfScenario,
    files: new Set(files),
    placeOf: frontmatter.placeOf,
  };
  return { source, findings: [...findings, ...form.findings, ...body.findings] };
}

const emptyRoot: Root = { type: 'root', children: [] };

/** An article of which only the slug is known, so that links to it are not reported too. */
export const unreadable = (slug: string, file: string): ArticleSource => ({
  slug,
  file,
  frontmatter: salvage(undefined),
  article: undefined,
  readable: false,
  body: readBody(emptyRoot),
  lab: noLab.lab,
  captures: noLab.captures,
  labReadable: noLab.labReadable,
  labFiles: noLab.labFiles,
  placeOfScenario: noLab.placeOfScenario,
  files: new Set(),
  placeOf: () => ({ line: 1, column: 1 }),
});

const frontmatterUnclosed: Finding = {
  kind: 'frontmatter-missing',
  line: 1,
  column: 1,
  found: 'frontmatter that does not end',
  mend: 'put a line "---" after the last field',
};

const frontmatterMissing: Finding = {
  kind: 'frontmatter-missing',
  line: 1,
  column: 1,
  found: 'no frontmatter',
  mend: 'begin the file with a line "---", the fields, and a line "---"; "npm run new -- <slug>" makes a skeleton',
};

/** The parser throws at the first error, with `line:column: message (rule)` as its text. */
function parseBody(text: string): { root?: Root; findings: Finding[] } {
  try {
    return { root: mdxToMdast(text, { position: true }) as Root, findings: [] };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const [, line = '1', column = '1', rest = message] = /^(\d+):(\d+): (.*)$/s.exec(message) ?? [];
    return {
      findings: [
        {
          kind: 'mdx-syntax',
          line: Number(line),
          column: Number(column),
          found: rest.replace(/ \(\d+:\d+\)/, '').replace(/ \(mdx[\w-]*:[\w-]+\)$/, ''),
          mend: 'close every tag, leave a blank line after an opening tag and before a closing one, and put "{" and "<" of prose in backticks',
        },
      ],
    };
  }
}
