/**
 * `npm run check`: every content error of every article, with its place and how to mend it, and warnings, which fail nothing.
 *
 * `--notes` lists what is worth knowing as well.
 */
import { parseArgs } from 'node:util';
import { checkAll, reportIssues } from '../src/check/index.ts';
import { levelOf, type Level } from '../src/model/issue.ts';
import { contentRoot } from '../src/content/root.ts';

const { values } = parseArgs({ options: { notes: { type: 'boolean', default: false } } });
const { issues, remarks, corpus } = await checkAll(contentRoot);
const remarksOf = (level: Level) => remarks.filter(({ kind }) => levelOf(kind) === level);
const notes = remarksOf('note');
if (values.notes) process.stdout.write(reportIssues(notes, 'note'));
process.stderr.write(reportIssues(remarksOf('warning'), 'warning'));
if (issues.length) {
  process.stderr.write(reportIssues(issues));
  process.exitCode = 1;
} else {
  const symptoms = corpus.articles.reduce((sum, { frontmatter }) => sum + frontmatter.symptoms.length, 0);
  console.log(`Content is right: ${corpus.articles.length} articles, ${symptoms} symptoms.`);
}
if (notes.length && !values.notes) console.log(`${notes.length} notes: "npm run check -- --notes" lists them.`);
