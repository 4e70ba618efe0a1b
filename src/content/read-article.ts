import type { Root } from 'mdast';
import { mdxToMdast } from 'satteri';
import { z } from 'zod';
import type { ArticleFrontmatter } from '../model/article.ts';
import { readBody } from '../model/body.ts';
import { commandAnchors } from '../model/command-anchors.ts';
import type { Finding } from '../model/issue.ts';
import { salvage } from '../model/salvage.ts';
import { articleSchema } from '../model/schema.ts';
import { shownSignature } from '../model/signature.ts';
import type { ArticleSource } from '../model/source.ts';
import { descriptionOf } from './field-descriptions.ts';
import { noLab, type ReadLab } from './read-lab.ts';
import { readSource } from './read-source.ts';
import { parseWith, placesIn, readYaml } from './read-yaml.ts';

/** An article with everything that could be read, and the issues of its form. */
export interface ReadArticle {
  source: ArticleSource;
  findings: Finding[];
}

/** The other data of an article's folder. */
export interface BesideArticle {
  /** The names of the files beside `index.mdx`. */
  files: readonly string[];
  /** The revision of its source, see `revisionOf`. */
  revision: string;
}

/** What the text of an article alone says. It is plain data, so that it can be kept for as long as the text stays the same. */
export interface ParsedArticle extends Pick<ArticleSource, 'frontmatter' | 'article' | 'readable' | 'body' | 'commandAnchors'> {
  findings: Finding[];
}

/** Parses the text of an article that has frontmatter: `parseArticle`, or a function that has kept its results. */
export type ParseArticle = (text: string) => ParsedArticle;

/**
 * Reads one article's file: text, frontmatter, body.
 *
 * @param slug the name of its folder
 * @param file its path, for messages
 * @param bytes the file as it is on disk
 * @param lab its lab with the record
 * @param beside the other data of its folder
 * @param parse parses its text
 */
export function readArticle(
  slug: string,
  file: string,
  bytes: Uint8Array,
  { lab, captures, labReadable, labFiles, placeOfScenario }: ReadLab = noLab,
  { files, revision }: BesideArticle = { files: [], revision: '' },
  parse: ParseArticle = parseArticle,
): ReadArticle {
  const { text, findings } = readSource(bytes);
  if (findings.some(({ kind }) => kind !== 'line-endings')) return { source: unreadable(slug, file), findings };
  const yaml = frontmatterOf(text);
  if (yaml === undefined) return { source: unreadable(slug, file), findings: [...findings, ...withoutFrontmatter(text)] };
  const { findings: inText, ...parsed } = parse(text);
  const beside = { lab, captures, labReadable, labFiles, placeOfScenario, files: new Set(files), revision };
  return { source: { slug, file, text, ...parsed, ...beside, placeOf: placesIn(yaml, 1) }, findings: [...findings, ...inText] };
}

const frontmatterOf = (text: string): string | undefined => /^---\n([\s\S]*?)\n---(?:\n|$)/.exec(text)?.[1];

const withoutFrontmatter = (text: string): Finding[] =>
  text.startsWith('---\n') ? [frontmatterUnclosed] : [frontmatterMissing, ...parseBody(text).findings];

/**
 * Parses the text of an article that has frontmatter. The result depends on the text alone.
 *
 * @param text the text of the file, with LF as line ending
 */
export function parseArticle(text: string): ParsedArticle {
  const body = parseBody(text);
  const yaml = readYaml(frontmatterOf(text) ?? '', 1);
  const frontmatter = { ...yaml, data: withTitles(yaml.data) };
  const form: { value?: ArticleFrontmatter; findings: Finding[] } = frontmatter.findings.length
    ? { findings: frontmatter.findings }
    : parseWith(articleSchema, frontmatter, (path) => descriptionOf(articleSchema, path));
  return {
    frontmatter: salvage(frontmatter.data),
    article: form.value,
    readable:
      frontmatter.findings.length === 0 &&
      typeof frontmatter.data === 'object' &&
      !Array.isArray(frontmatter.data) &&
      body.root !== undefined,
    body: readBody(body.root ?? emptyRoot),
    commandAnchors: [...commandAnchors(body.root?.children ?? []).values()],
    findings: [...form.findings, ...body.findings],
  };
}

/** Returns frontmatter in which each symptom without a title has its first signature as title. The data may be of any form. */
function withTitles(data: unknown): unknown {
  if (typeof data !== 'object' || data === null || !('symptoms' in data) || !Array.isArray(data.symptoms)) return data;
  return { ...data, symptoms: data.symptoms.map(withTitle) };
}

function withTitle(symptom: unknown): unknown {
  if (typeof symptom !== 'object' || symptom === null || 'title' in symptom) return symptom;
  const first = withSignature.safeParse(symptom).data?.signatures[0].text;
  return first === undefined ? symptom : { ...symptom, title: shownSignature(first) };
}

const withSignature = z.object({ signatures: z.tuple([z.object({ text: z.string() })]).rest(z.unknown()) });

const emptyRoot: Root = { type: 'root', children: [] };

/** Returns an article of which only the slug is known, so that links to it are not reported as well. */
export const unreadable = (slug: string, file: string): ArticleSource => ({
  slug,
  file,
  text: '',
  frontmatter: salvage(undefined),
  article: undefined,
  readable: false,
  body: readBody(emptyRoot),
  commandAnchors: [],
  lab: noLab.lab,
  captures: noLab.captures,
  labReadable: noLab.labReadable,
  labFiles: noLab.labFiles,
  placeOfScenario: noLab.placeOfScenario,
  files: new Set(),
  revision: '',
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
