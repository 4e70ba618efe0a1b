import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { bundledLanguagesInfo } from 'shiki';
import { levelOf, type Finding, type Issue } from '../model/issue.ts';
import { checkLabRecord } from './check-lab-record.ts';
import { rules } from './rules/index.ts';
import type { Corpus } from '../model/source.ts';
import { ownLanguages } from '../model/code-languages.ts';
import { checkLedger } from '../addresses/ledger/check-ledger.ts';
import { checkRecognition } from './recognition/index.ts';
import { readLists } from '../content/read-lists.ts';
import { readArticle, unreadable, type ReadArticle } from '../content/read-article.ts';
import { labFile, readLab } from '../content/read-lab.ts';

/** The outcome of a check: what is wrong in every file, what may be, and what was looked at. */
export interface ContentReport {
  /** Errors: each stops the build. */
  issues: Issue[];
  /** Warnings and notes, which stop nothing. */
  remarks: Issue[];
  corpus: Corpus;
}

/**
 * Checks all content: form, relations, and the rules of the content model.
 *
 * @param root the folder that holds `articles/` and the closed lists
 * @param base the folder that paths in messages are relative to
 */
export async function checkContent(root: string, base: string = process.cwd()): Promise<ContentReport> {
  const { lists, articles, corpus } = await readContent(root, base);
  const sources = corpus.articles;
  const found = [
    ...(await checkLedger(root, base, corpus)),
    ...lists.issues,
    ...articles.flatMap(({ source, findings, labFile, labFindings }) => [
      ...inFile(source.file, findings),
      ...inFile(labFile, labFindings),
    ]),
    ...sources
      .filter(({ readable }) => readable)
      .flatMap((article) =>
        inFile(
          article.file,
          rules.flatMap((rule) => rule(article, corpus)),
        ),
      ),
    ...sources.filter(({ readable }) => readable).flatMap(checkLabRecord),
  ];
  const issues = [...found, ...(await checkRecognition(corpus, found))].toSorted(byPlace);
  const isError = ({ kind }: Issue) => levelOf(kind) === 'error';
  return { issues: issues.filter(isError), remarks: issues.filter((issue) => !isError(issue)), corpus };
}

/**
 * Reads all content as far as it can be read, and checks nothing.
 *
 * @param root the folder that holds `articles/` and the closed lists
 */
export const readCorpus = async (root: string): Promise<Corpus> => (await readContent(root, process.cwd())).corpus;

async function readContent(root: string, base: string) {
  const lists = await readLists(root, base);
  const articles = await readArticles(path.join(root, 'articles'), base);
  const corpus: Corpus = { articles: articles.map(({ source }) => source), ...lists.corpus, languages: knownLanguages() };
  return { lists, articles, corpus };
}

const inFile = (file: string, findings: Finding[]): Issue[] => findings.map((finding) => ({ file, ...finding }));
const byPlace = (a: Issue, b: Issue) => a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column;
const knownLanguages = () => new Set([...ownLanguages, ...bundledLanguagesInfo.flatMap(({ id, aliases }) => [id, ...(aliases ?? [])])]);

/** An article, and what is wrong with the record of its lab, which is a file of its own. */
type ReadFolder = ReadArticle & { labFile: string; labFindings: Finding[] };

async function readArticles(root: string, base: string): Promise<ReadFolder[]> {
  const folders = (await readdir(root, { withFileTypes: true })).filter((entry) => entry.isDirectory()).map(({ name }) => name);
  return Promise.all(
    folders.toSorted().map(async (slug) => {
      const absolute = path.join(root, slug, 'index.mdx');
      const file = path.relative(base, absolute);
      const bytes = await readFile(absolute).catch(() => undefined);
      const lab = await readLab(path.join(root, slug));
      const files = await readdir(path.join(root, slug));
      const article = bytes ? readArticle(slug, file, bytes, lab, files) : { source: unreadable(slug, file), findings: [noIndex] };
      return {
        ...article,
        findings: [...slugFindings(slug), ...article.findings],
        labFile: path.join(path.dirname(file), labFile),
        labFindings: lab.findings,
      };
    }),
  );
}

const noIndex: Finding = {
  kind: 'empty-file',
  line: 1,
  column: 1,
  found: 'a folder without index.mdx',
  mend: 'write the article, or delete the folder',
};

const slugFindings = (slug: string): Finding[] =>
  /^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug)
    ? []
    : [
        {
          kind: 'slug',
          line: 1,
          column: 1,
          found: `the folder "${slug}"`,
          mend: 'name it in lower-case words joined by hyphens: it is the address of the page',
        },
      ];
