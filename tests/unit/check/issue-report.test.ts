import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import { reportIssues } from '../../../src/check/issue-report.ts';
import type { Issue } from '../../../src/model/issue.ts';

const issue = (file: string, line: number): Issue => ({ kind: 'heading-id', file, line, column: 3, found: 'a thing', mend: 'do this' });
const report = (...issues: Issue[]) => stripVTControlCharacters(reportIssues(issues));

test('nothing wrong makes no report', () => {
  expect(reportIssues([])).toBe('');
});

test('an issue has its place, its kind, what was found and how to mend it', () => {
  expect(report(issue('a/index.mdx', 7))).toBe(`a/index.mdx
  a/index.mdx:7:3  heading-id
    found  a thing
    mend   do this

1 content error in 1 file
`);
});

test('issues stand together by file, and are counted at the end', () => {
  const text = report(issue('a.mdx', 1), issue('b.mdx', 1), issue('a.mdx', 2));
  expect(text.match(/^\s*[ab]\.mdx(:\d)?/gm)?.map((line) => line.trim())).toEqual(['a.mdx', 'a.mdx:1', 'a.mdx:2', 'b.mdx', 'b.mdx:1']);
  expect(text).toMatch(/\n3 content errors in 2 files\n$/);
});

test.for([
  ['warning', 1, '1 warning in 1 file'],
  ['note', 2, '2 notes in 1 file'],
] as const)('a %s is counted as one', ([level, count, told]) => {
  const issues = Array.from({ length: count }, (_, line) => issue('a.mdx', line + 1));
  expect(stripVTControlCharacters(reportIssues(issues, level))).toContain(`\n${told}\n`);
});
