/**
 * `npm run check`: reports all content errors with their places and how to fix them, and warnings. The exit code is 1 when there are errors.
 *
 * `--notes` lists notes too, which need no fix.
 */
import { checkAll, reportIssues } from '../src/check/index.ts';
import { counted } from '../src/model/counted.ts';
import { levelOf, type Level } from '../src/model/issue.ts';
import { settings } from '../src/settings.ts';
import { readArguments, runCommand } from './run-command.ts';

await runCommand(async () => {
  const options = { notes: { type: 'boolean', default: false } } as const;
  const { values } = readArguments({ options }, 'Usage: npm run check [-- --notes]');
  const { issues, remarks, corpus } = await checkAll(settings.contentRoot);
  const remarksOf = (level: Level) => remarks.filter(({ kind }) => levelOf(kind) === level);
  const notes = remarksOf('note');
  if (values.notes) process.stdout.write(reportIssues(notes, 'note'));
  process.stderr.write(reportIssues(remarksOf('warning'), 'warning'));
  if (issues.length) {
    process.stderr.write(reportIssues(issues));
    process.exitCode = 1;
  } else {
    const symptoms = corpus.articles.reduce((sum, { frontmatter }) => sum + frontmatter.symptoms.length, 0);
    console.log(`No content errors: ${counted(corpus.articles.length, 'article')}, ${counted(symptoms, 'symptom')}.`);
  }
  if (notes.length && !values.notes) console.log(`${counted(notes.length, 'note')}. "npm run check -- --notes" lists them.`);
});
