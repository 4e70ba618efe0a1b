import { styleText } from 'node:util';
import type { Issue } from '../content-model/issue.ts';

/**
 * The report of a check, as a person reads it: by file, with place, what was found and how to mend it.
 *
 * @param issues what is wrong; none makes an empty text
 */
export function reportIssues(issues: readonly Issue[]): string {
  if (issues.length === 0) return '';
  const files = Map.groupBy(issues, ({ file }) => file);
  const blocks = [...files].map(([file, found]) => [styleText('bold', file), ...found.map(issueText)].join('\n'));
  const count = `${issues.length} content ${issues.length === 1 ? 'error' : 'errors'} in ${files.size} ${files.size === 1 ? 'file' : 'files'}`;
  return `${blocks.join('\n\n')}\n\n${styleText('red', count)}\n`;
}

function issueText({ file, line, column, kind, found, mend }: Issue): string {
  return [
    `  ${styleText('cyan', `${file}:${line}:${column}`)}  ${styleText('dim', kind)}`,
    `    found  ${found}`,
    `    mend   ${mend}`,
  ].join('\n');
}
