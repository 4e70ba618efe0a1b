import { styleText } from 'node:util';
import type { Issue, Level } from '../model/issue.ts';

/** How the number of issues is told, by their level. */
const counts = {
  error: { one: 'content error', many: 'content errors', colour: 'red' },
  warning: { one: 'warning', many: 'warnings', colour: 'yellow' },
  note: { one: 'note', many: 'notes', colour: 'cyan' },
} as const;

/**
 * The report of a check, as a person reads it: by file, with place, what was found and how to mend it.
 *
 * @param issues issues of one level; none makes an empty text
 * @param level their level
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
