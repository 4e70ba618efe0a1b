import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkContent } from '../../src/check/check-content.ts';
import { article, contentRoot, issueLine, writeContent } from './content-root.ts';

const other = 'articles/worker-stalled/index.mdx';

type Change = (text: string) => string | Uint8Array;
/** The beginning of an issue's line, and words that it contains. */
type IssueText = readonly [start: string, words: string];

/** Rewrites one file of the valid content, and returns the issues of the check, one line each. */
async function checkWith(file: string, change: Change): Promise<string[]> {
  const root = await contentRoot();
  const text = await readFile(path.join(root, file), 'utf8').catch(() => '');
  await writeContent(root, file, change(text));
  const { issues } = await checkContent(root, root);
  return issues.map(issueLine);
}

function expectIssues(lines: readonly string[], issues: readonly IssueText[]): void {
  expect(lines.map((line, index) => line.slice(0, issues[index]?.[0].length))).toEqual(issues.map(([start]) => start));
  issues.forEach(([, words], index) => expect(lines[index]).toContain(words));
}

const replace =
  (from: string | RegExp, to: string): Change =>
  (text) =>
    text.replace(from, to);

/** Files of an article that are wrong as text, as YAML or as MDX. */
const wrongArticles: readonly (readonly [situation: string, change: Change, ...issues: IssueText[]])[] = [
  ['empty', () => '', [`empty-file ${article}:1:1`, 'npm run new']],
  ['only blanks', () => ' \n\n\t\n', [`empty-file ${article}:1:1`, 'npm run new']],
  [
    'Latin-1',
    (text) => Buffer.from(text.replace('Nothing is printed.', 'Café: the log'), 'latin1'),
    [`not-utf8 ${article}:118:4`, 'iconv -f latin1 -t utf-8'],
  ],
  ['UTF-16', (text) => Buffer.from(`\uFEFF${text}`, 'utf16le'), [`not-utf8 ${article}:1:1`, 'save the file as UTF-8']],
  ['CRLF', (text) => text.replaceAll('\n', '\r\n'), [`line-endings ${article}:1:4`, 'save the file with LF']],
  [
    'one line with CRLF',
    replace('published: 2026-01-15', 'published: 2026-01-15\r'),
    [`line-endings ${article}:7:22`, 'save the file with LF'],
  ],
  [
    'CRLF, and another mistake',
    (text) => text.replace('published: 2026-01-15', 'published: soon').replaceAll('\n', '\r\n'),
    [`line-endings ${article}:1:4`, 'save the file with LF'],
    [`field ${article}:7:1`, 'must be a date'],
  ],
  ['no frontmatter', (text) => text.slice(text.indexOf('## The first')), [`frontmatter-missing ${article}:1:1`, 'a line "---"']],
  [
    'frontmatter without its end',
    replace('\n---\n\n## The first', '\n\n## The first'),
    [`frontmatter-missing ${article}:1:1`, 'a line "---"'],
  ],
  [
    'frontmatter with an open quote',
    replace('published: 2026-01-15', 'published: "2026-01-15'),
    [`frontmatter-syntax ${article}:`, 'quote values'],
  ],
  [
    'frontmatter with a colon',
    replace('title: "Queue full: the', 'title: Queue full: "the'),
    [`frontmatter-syntax ${article}:2:8`, 'quote values'],
  ],
  [
    'frontmatter with a field twice',
    replace('published: 2026-01-15', 'published: 2026-01-15\npublished: 2026-01-16'),
    [`frontmatter-syntax ${article}:8:1`, 'Map keys must be unique'],
  ],
  ['frontmatter that is a list', replace(/^---\n[\s\S]*?\n---/, '---\n- one\n---'), [`field ${article}:2:1`, 'must be a map of fields']],
  ['frontmatter that is a word', replace(/^---\n[\s\S]*?\n---/, '---\nlater\n---'), [`field ${article}:2:1`, 'must be a map of fields']],
  ['a tag that is not closed', replace('</Check>\n\n', ''), [`mdx-syntax ${article}:`, 'close every tag']],
  ['a brace in prose', replace('Nothing is printed.', 'Nothing {is printed.'), [`mdx-syntax ${article}:118:`, 'in backticks']],
  ['an angle bracket in prose', replace('Nothing is printed.', 'It is <5.'), [`mdx-syntax ${article}:118:`, 'in backticks']],
];

test.for(wrongArticles)('an article: %s', async ([, change, ...issues]) => {
  expectIssues(await checkWith(article, change), issues);
});

test('a byte order mark does no harm', async () => {
  expect(await checkWith(article, (text) => `\uFEFF${text}`)).toEqual([]);
});

test('links to the symptoms and sections of an article that cannot be read are not reported', async () => {
  expectIssues(await checkWith(other, replace('severity: minor', 'severity: "minor')), [[`frontmatter-syntax ${other}`, '']]);
});

describe('a folder', () => {
  test('with a name that is no slug', async () => {
    expectIssues(await checkWith('articles/Worker_Two/index.mdx', () => ''), [
      ['slug articles/Worker_Two/index.mdx:1:1', 'lower-case words joined by single hyphens'],
      ['empty-file articles/Worker_Two/index.mdx:1:1', 'write it'],
    ]);
  });

  test('without index.mdx', async () => {
    expectIssues(await checkWith('articles/half-done/notes.txt', () => 'later'), [
      ['empty-file articles/half-done/index.mdx:1:1', 'write the article, or delete the folder'],
    ]);
  });
});

/** Wrong entries of the closed lists. */
const wrongLists: readonly (readonly [situation: string, file: string, change: Change, ...issues: IssueText[]])[] = [
  ['a colour that does not exist', 'technologies.yaml', replace('amber', 'orange'), ['data-file technologies.yaml:2:29', '"red"|"amber"']],
  ['an author without a name', 'authors.yaml', (text) => `${text}- { id: guests }\n`, ['data-file authors.yaml:2:3', '[1].name missing']],
  ['an unknown field', 'authors.yaml', replace('name:', 'nick: e, name:'), ['data-file authors.yaml:1:18', 'a field that does not exist']],
  ['a slug with capitals', 'reserved-slugs.yaml', (text) => `${text}- Later\n`, ['data-file reserved-slugs.yaml:2:3', 'lower-case words']],
  ['no YAML', 'reserved-slugs.yaml', (text) => `${text}- "later\n`, ['frontmatter-syntax reserved-slugs.yaml:', 'cannot be read']],
  ['CRLF', 'authors.yaml', (text) => text.replaceAll('\n', '\r\n'), ['line-endings authors.yaml:1:', 'save the file with LF']],
  [
    'an id twice',
    'technologies.yaml',
    (text) => `${text}- { id: broker, name: Another, colour: red }\n`,
    ['data-file technologies.yaml:3', '"broker"'],
  ],
];

describe('a closed list', () => {
  test.for(wrongLists)('%s', async ([, file, change, ...issues]) => {
    const lines = await checkWith(file, change);
    expectIssues(
      lines.filter((line) => !line.includes('articles/')),
      issues,
    );
  });

  test('with a wrong entry: articles that name other entries are not reported', async () => {
    expect(await checkWith('authors.yaml', (text) => `${text}- { id: guests }\n`)).toHaveLength(1);
  });

  test('that is missing is one issue, which does not speak of frontmatter', async () => {
    const root = await contentRoot();
    await rm(path.join(root, 'technologies.yaml'));
    const { issues } = await checkContent(root, root);
    const lines = issues.filter(({ file }) => file === 'technologies.yaml').map(issueLine);
    expect(lines).toEqual([expect.stringContaining('data-file technologies.yaml:1:1 found no such file')]);
    expect(lines.join()).not.toMatch(/the frontmatter|npm run new/);
  });
});
