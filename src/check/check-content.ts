import { checkLedger } from '../addresses/ledger/check-ledger.ts';
import { readContent, type Content } from '../content/read-content.ts';
import { levelOf, type Finding, type Issue } from '../model/issue.ts';
import { checkLabRecord } from './check-lab-record.ts';
import { checkSite } from './check-site.ts';
import { checkRecognition } from './recognition/index.ts';
import { rules } from './rules/index.ts';
import { noMemory, rememberedParse, type CheckMemory } from './memory.ts';
import { settings } from '../settings.ts';

/** The outcome of a check. */
export interface ContentReport {
  /** Errors: each stops the build. */
  issues: Issue[];
  /** Warnings and notes, which stop nothing. */
  remarks: Issue[];
  /** The content that was checked. */
  corpus: Content;
}

/**
 * Checks all content except diagrams: fields, relations, addresses in the ledger, and whether the search recognises every sample.
 *
 * @param root the content root
 * @param base the folder that paths in messages are relative to
 * @param memory what the last check found
 * @returns issues in the order of the files and of the places in them
 */
export const checkContent = async (
  root: string,
  base: string = settings.userFolder,
  memory: CheckMemory = noMemory(),
): Promise<ContentReport> => checkCorpus(await readContent(root, base, rememberedParse(memory)), memory);

/**
 * Checks content that has already been read, except its diagrams.
 *
 * @param corpus the content
 * @param memory what the last check found
 * @returns issues in the order of the files and of the places in them
 */
export async function checkCorpus(corpus: Content, { searches }: Pick<CheckMemory, 'searches'>): Promise<ContentReport> {
  const found = [
    ...corpus.issues,
    ...checkSite(corpus.site, corpus.articles),
    ...checkLedger(corpus.ledger, corpus),
    ...ruleIssues(corpus),
    ...corpus.articles.filter(({ readable }) => readable).flatMap(checkLabRecord),
  ];
  const issues = [...found, ...(await checkRecognition(corpus, found, searches))].toSorted(byPlace);
  const isError = ({ kind }: Issue) => levelOf(kind) === 'error';
  return { issues: issues.filter(isError), remarks: issues.filter((issue) => !isError(issue)), corpus };
}

const ruleIssues = (corpus: Content): Issue[] =>
  corpus.articles
    .filter(({ readable }) => readable)
    .flatMap((article) =>
      inFile(
        article.file,
        rules.flatMap((rule) => rule(article, corpus)),
      ),
    );

const inFile = (file: string, findings: Finding[]): Issue[] => findings.map((finding) => ({ file, ...finding }));
const byPlace = (a: Issue, b: Issue) => a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column;
