/** `npm run check`: every content error of every article, with its place and how to mend it. */
import { checkAll, reportIssues } from '../src/content-check/index.ts';
import { contentRoot } from '../src/content-root.ts';

const { issues, corpus } = await checkAll(contentRoot);
if (issues.length) {
  process.stderr.write(reportIssues(issues));
  process.exitCode = 1;
} else {
  const symptoms = corpus.articles.reduce((sum, { frontmatter }) => sum + frontmatter.symptoms.length, 0);
  console.log(`Content is right: ${corpus.articles.length} articles, ${symptoms} symptoms.`);
}
