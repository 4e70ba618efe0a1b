import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readContent } from '../../../src/content/read-content.ts';
import { siteContent } from '../../../src/content/index.ts';
import { validRoot } from '../../content/content-root.ts';
import { folderOf } from '../folder-of.ts';

/** A copy of the valid content, after a change. */
async function rootWith(change: (root: string) => Promise<unknown>): Promise<string> {
  const root = await folderOf({});
  await cp(validRoot, root, { recursive: true });
  await change(root);
  return root;
}

const issuesOf = async (root: string) =>
  (await readContent(root, root)).issues.map(({ kind, file, line, column, found }) => `${kind} ${file}:${line}:${column} ${found}`);

test('valid content has no issues, and everything in it is there for pages', async () => {
  const corpus = await readContent(validRoot, validRoot);
  expect(corpus.issues).toEqual([]);
  expect(corpus.articles.map(({ slug, file }) => [slug, file])).toEqual([
    ['broker-queue-full', 'articles/broker-queue-full/index.mdx'],
    ['worker-stalled', 'articles/worker-stalled/index.mdx'],
  ]);
  const { articles, symptoms, technologiesInUse } = siteContent(corpus);
  expect(articles.map(({ slug }) => slug).toSorted()).toEqual(['broker-queue-full', 'worker-stalled']);
  expect(articles.flatMap(({ technologies }) => technologies.map(({ name }) => name))).toContain('Linux');
  expect(articles[0]?.authors).toEqual([{ id: 'editors', name: expect.any(String) as string, kind: expect.any(String) as string }]);
  expect(symptoms.map(({ symptom }) => symptom.title)).toEqual(
    symptoms.map(({ symptom }) => symptom.title).toSorted((a, b) => a.localeCompare(b, 'en')),
  );
  expect(technologiesInUse.find(({ id }) => id === 'broker')?.articles.map(({ slug }) => slug)).toEqual(['broker-queue-full']);
});

test('an article that does not fit the schema is left out of the pages, and the others stay', async () => {
  const root = await rootWith((root) => writeFile(path.join(root, 'articles/worker-stalled/index.mdx'), '---\ntitle: x\n---\n'));
  const corpus = await readContent(root, root);
  expect(corpus.articles).toHaveLength(2);
  expect(siteContent(corpus).articles.map(({ slug }) => slug)).toEqual(['broker-queue-full']);
});

describe('what is missing is one issue, with the way to fix it', () => {
  test.for<[what: string, change: (root: string) => Promise<unknown>, issue: string]>([
    ['the folder of articles', (root) => rm(path.join(root, 'articles'), { recursive: true }), 'content-root articles:1:1 no such folder'],
    ['the ledger', (root) => rm(path.join(root, 'ledger.txt')), 'ledger ledger.txt:1:1 no such file'],
    ['the technologies', (root) => rm(path.join(root, 'technologies.yaml')), 'data-file technologies.yaml:1:1 no such file'],
    [
      'every article',
      async (root) => {
        await rm(path.join(root, 'articles'), { recursive: true });
        await mkdir(path.join(root, 'articles'));
      },
      'content-root articles:1:1 a folder without an article',
    ],
  ])('%s', async ([, change, issue]) => {
    expect(await issuesOf(await rootWith(change))).toEqual([issue]);
  });

  test('all of it, when the folder is empty', async () => {
    expect(await issuesOf(await folderOf({}))).toEqual([
      'content-root articles:1:1 no such folder',
      'site site.yaml:1:1 no such file',
      'ledger ledger.txt:1:1 no such file',
      'data-file technologies.yaml:1:1 no such file',
    ]);
  });

  test('the content root', async () => {
    const base = await folderOf({});
    const { issues } = await readContent(path.join(base, 'nowhere'), base);
    expect(issues.map(({ kind, file, found }) => [kind, file, found])).toEqual([['content-root', 'nowhere', 'no such folder']]);
    expect(issues[0]?.mend).toContain('CONTENT_ROOT');
  });
});

test('a site needs neither authors nor reserved slugs', async () => {
  const root = await rootWith(async (root) => {
    for (const list of ['authors.yaml', 'reserved-slugs.yaml']) await rm(path.join(root, list));
  });
  expect(await issuesOf(root)).toEqual([]);
});

describe('what cannot be read is an issue, not an empty file', () => {
  /** A folder in the place of a file: no user can read it, root included. */
  test.for([
    ['the ledger', 'ledger.txt', 'ledger ledger.txt:1:1'],
    ['a list', 'technologies.yaml', 'data-file technologies.yaml:1:1'],
    ['an article', 'articles/worker-stalled/index.mdx', 'unreadable articles/worker-stalled/index.mdx:1:1'],
  ] as const)('%s', async ([, file, start]) => {
    const root = await rootWith(async (root) => {
      await rm(path.join(root, file));
      await mkdir(path.join(root, file));
    });
    const issues = await issuesOf(root);
    expect(issues).toHaveLength(1);
    expect(issues[0]).toContain(start);
    expect(issues[0]).toContain('that cannot be read: illegal operation on a directory');
  });

  test('a ledger that is not UTF-8', async () => {
    const root = await rootWith((root) => writeFile(path.join(root, 'ledger.txt'), Buffer.from('/\n/articles/caf\xe9/\n', 'latin1')));
    expect(await issuesOf(root)).toEqual(['not-utf8 ledger.txt:2:14 bytes that are not UTF-8']);
  });
});

test('a symptom without a title has its first signature as title, as people read it', async () => {
  const root = await rootWith(async (root) => {
    const file = path.join(root, 'articles/worker-stalled/index.mdx');
    const text = await readFile(file, 'utf8');
    const edited = text.replace('    title: "worker waits for a lock"\n', '').replace('lock <key>', 'lock <key> \\\\<none>');
    await writeFile(file, edited);
  });
  const corpus = await readContent(root, root);
  expect(corpus.issues).toEqual([]);
  const titles = corpus.articles.flatMap(({ frontmatter }) => frontmatter.symptoms.map(({ title }) => title));
  expect(titles).toContain('worker <pid> still waits for lock <key> <none>');
  expect(siteContent(corpus).symptoms.map(({ symptom }) => symptom.title)).toContain('worker <pid> still waits for lock <key> <none>');
});
