/**
 * `npm run check`: reports all content errors with their places and how to fix them, and warnings. The exit code is 1 when there are errors.
 *
 * `--notes` lists notes too, which need no fix.
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
  console.log(`No content errors: ${corpus.articles.length} articles, ${symptoms} symptoms.`);
}
if (notes.length && !values.notes) console.log(`There are ${notes.length} notes. "npm run check -- --notes" lists them.`);
