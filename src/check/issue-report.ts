import { styleText } from 'node:util';
import type { Issue, Level } from '../model/issue.ts';

/** The words and the colour of the last line, which counts the issues of one level. */
const counts = {
  error: { one: 'content error', many: 'content errors', colour: 'red' },
  warning: { one: 'warning', many: 'warnings', colour: 'yellow' },
  note: { one: 'note', many: 'notes', colour: 'cyan' },
} as const;

/**
 * Returns the report of a check for a person to read: by file, each issue with its place, what was found and how to mend it.
 *
 * @param issues issues of one level; the report of no issues is an empty text
 * @param level the level of these issues
 */
export function reportIssues(issues: readonly Issue[], level: Level = 'error'): string {
  if (issues.length === 0) return '';
  const files = Map.groupBy(issues, ({ file }) => file);
  const blocks = [...files].map(([file, found]) => [styleText('bold', file), ...found.map(issueText)].join('\n'));
  const { one, many, colour } = counts[level];
  const count = `${issues.length} ${issues.length === 1 ? one : many} in ${files.size} ${files.size === 1 ? 'file' : 'files'}`;
  return `${blocks.join('\n\n')}\n\n${styleText(colour, count)}\n`;
}

function issueText({ file, line, column, kind, found, mend }: Issue): string {
  return [
    `  ${styleText('cyan', `${file}:${line}:${column}`)}  ${styleText('dim', kind)}`,
    `    found  ${found}`,
    `    mend   ${mend}`,
  ].join('\n');
}
