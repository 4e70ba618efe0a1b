/** Reads a content root. The check, the pages, the ledger and the link previews all use its result. */
import path from 'node:path';
import { idForm, idPattern } from '../model/id.ts';
import type { Finding, Issue } from '../model/issue.ts';
import type { ArticleSource, Corpus } from '../model/source.ts';
import { parseArticle, readArticle, unreadable, type ParseArticle } from './read-article.ts';
import { listContentFolder, readContentFile, type ReadFailure } from './read-file.ts';
import { labFile, readLab } from './read-lab.ts';
import { readLedgerFile, type LedgerSource } from './read-ledger.ts';
import { readLists } from './read-lists.ts';
import { noSite, readSite, type SiteSource } from './read-site.ts';
import { revisionOf } from './revision.ts';
import { settings } from '../settings.ts';

/** The content of a content root, with everything that could be read. */
export interface Content extends Corpus {
  site: SiteSource;
  ledger: LedgerSource;
  /** The issues of single files, in no order. Relations between files are checked by the rules of the check. */
  issues: readonly Issue[];
}

/**
 * Reads a content root. A mistake of an author becomes an issue and never throws.
 *
 * @param root the folder that holds `site.yaml`, `articles/`, the closed lists and the ledger
 * @param base the folder that paths in messages are relative to
 * @param parse parses the text of each article
 */
export async function readContent(root: string, base: string = settings.userFolder, parse: ParseArticle = parseArticle): Promise<Content> {
  const atRoot = await listContentFolder(root);
  if ('failure' in atRoot) return nothing({ file: path.relative(base, root) || '.', ...noRoot(atRoot.failure) });
  const folder = path.join(root, 'articles');
  const listed = await listContentFolder(folder);
  const slugs = 'entries' in listed ? listed.entries.filter((entry) => entry.isDirectory()).map(({ name }) => name) : [];
  const [site, lists, ledger, articles] = await Promise.all([
    readSite(root, base),
    readLists(root, base),
    readLedgerFile(root, base),
    Promise.all(slugs.map((slug) => readArticleFolder(path.join(folder, slug), slug, { base, parse }))),
  ]);
  const without = slugs.length
    ? []
    : [{ file: path.relative(base, folder), ...noArticles('failure' in listed ? listed.failure : undefined) }];
  return {
    ...lists,
    site,
    articles: articles.map(({ source }) => source),
    ledger,
    issues: [...without, ...site.issues, ...ledger.issues, ...lists.issues, ...articles.flatMap(({ issues }) => issues)],
  };
}

const nothing = (issue: Issue): Content => ({
  site: noSite,
  articles: [],
  technologies: new Map(),
  authors: new Map(),
  reservedSlugs: new Set(),
  ledger: { file: '', entries: [], wrong: [], issues: [] },
  issues: [issue],
});

const start = { line: 1, column: 1 };

const noRoot = (failure: ReadFailure): Finding => ({
  kind: 'content-root',
  ...start,
  found: failure === 'missing' ? 'no such folder' : refused(failure),
  mend: 'set CONTENT_ROOT to the folder that holds site.yaml, articles/, technologies.yaml and ledger.txt',
});

const noArticles = (failure: ReadFailure | undefined): Finding => ({
  kind: 'content-root',
  ...start,
  found: failure === undefined ? 'a folder without an article' : failure === 'missing' ? 'no such folder' : refused(failure),
  mend: 'begin an article with "npm run new -- <slug>", which makes the folder too; or set CONTENT_ROOT to the folder that holds articles/',
});

const refused = ({ refused: why }: Exclude<ReadFailure, 'missing'>): string => `a folder that cannot be read: ${why}`;

async function readArticleFolder(
  folder: string,
  slug: string,
  { base, parse }: { base: string; parse: ParseArticle },
): Promise<{ source: ArticleSource; issues: Issue[] }> {
  const file = path.relative(base, path.join(folder, 'index.mdx'));
  const [read, lab, listed, revision] = await Promise.all([
    readContentFile(path.join(folder, 'index.mdx')),
    readLab(folder),
    listContentFolder(folder),
    revisionOf(folder),
  ]);
  const files = 'entries' in listed ? listed.entries.map(({ name }) => name) : [];
  const { source, findings } =
    'bytes' in read
      ? readArticle(slug, file, read.bytes, lab, { files, revision }, parse)
      : { source: unreadable(slug, file), findings: [noArticle(read.failure)] };
  const inFile = (name: string, found: readonly Finding[]) => found.map((finding): Issue => ({ file: name, ...finding }));
  return {
    source,
    issues: [...inFile(file, [...slugFindings(slug), ...findings]), ...inFile(path.join(path.dirname(file), labFile), lab.findings)],
  };
}

const noArticle = (failure: ReadFailure): Finding =>
  failure === 'missing'
    ? { kind: 'empty-file', ...start, found: 'a folder without index.mdx', mend: 'write the article, or delete the folder' }
    : {
        kind: 'unreadable',
        ...start,
        found: `a file that cannot be read: ${failure.refused}`,
        mend: 'make it readable for the user who runs this command',
      };

const slugFindings = (slug: string): Finding[] =>
  idPattern.test(slug)
    ? []
    : [{ kind: 'slug', ...start, found: `the folder "${slug}"`, mend: `name it in ${idForm}: it is the address of the page` }];
