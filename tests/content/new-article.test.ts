/** `npm run new` makes an article that is filled, true and green, and that nobody publishes by accident. */
import { spawnSync } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeArticle } from '../../scripts/new/make-article.ts';
import { checkContent } from '../../src/check/check-content.ts';
import { readContent } from '../../src/content/read-content.ts';
import { contentRoot, editContent, issueLine, writeContent } from './content-root.ts';
import { lab } from './lab-root.ts';

const newArticle = (root: string, ...args: string[]) =>
  spawnSync(process.execPath, ['scripts/new.ts', ...args], {
    encoding: 'utf8',
    env: { ...process.env, FORCE_COLOR: '0', INIT_CWD: path.dirname(root), CONTENT_ROOT: root },
  });

async function found(root: string): Promise<string[]> {
  const { issues, remarks } = await checkContent(root, root);
  return [...issues, ...remarks].map(issueLine);
}

test('is green once its lab has run, apart from the draft, also beside another new one', async () => {
  const root = await contentRoot();
  const slugs = ['broker-is-slow', 'queue-lost'];
  for (const slug of slugs) {
    const { stdout, stderr, status } = newArticle(root, slug);
    expect([stderr, status]).toEqual(['', 0]);
    expect(stdout).toContain(`npm run lab -- ${slug}`);
  }
  const before = (await checkContent(root, root)).issues;
  expect(before.length).toBeGreaterThan(0);
  expect(before.map(({ mend }) => mend).filter((mend) => !/npm run lab -- (broker-is-slow|queue-lost)"$/.test(mend))).toEqual([]);

  expect(await lab(root, slugs)).toMatchObject({ code: 0 });
  const draft =
    /^draft articles\/(\S+)\/index\.mdx:2:1 found a draft with \d\d lines that still say "EXAMPLE:", the first at line 3 mend replace/;
  expect((await found(root)).map((line) => draft.exec(line)?.[1] ?? line)).toEqual(slugs);
}, 240_000);

test('cannot be published with the text of the example, only without it', async () => {
  const root = await contentRoot();
  await makeArticle(root, 'queue-lost', await readContent(root), '2031-02-03');
  const file = 'articles/queue-lost/index.mdx';
  const text = await readFile(path.join(root, file), 'utf8');
  expect(text).toContain('published: 2031-02-03\n');
  expect(text).toContain(`version: "${process.versions.node}"`);
  const marks = async (edited: string) => {
    await writeContent(root, file, edited);
    return (await found(root)).filter((line) => /^(draft|example-left) /.test(line)).map((line) => line.split(' mend ')[0]);
  };
  const finished = text.replace(/^draft: .*\n/m, '');
  expect(await marks(finished)).toEqual([expect.stringMatching(/^example-left \S+:2:1 found \d\d lines that still say "EXAMPLE:"$/)]);
  expect(await marks(finished.replaceAll('EXAMPLE:', 'Sure:').replace('Sure:', 'EXAMPLE:'))).toEqual([
    `example-left ${file}:2:1 found a line that still says "EXAMPLE:"`,
  ]);
  expect(await marks(finished.replaceAll('EXAMPLE:', 'Sure:'))).toEqual([]);
  expect(await marks(text.replaceAll('EXAMPLE:', 'Sure:'))).toEqual([`draft ${file}:2:1 found a draft`]);
});

test.for([
  ['linux-out-of-files', 'linux'],
  ['brok-is-slow', 'broker'],
  ['lin-is-short', 'broker'],
  ['something-else', 'broker'],
])('%s is about the technology %s', async ([slug = '', technology]) => {
  const root = await contentRoot();
  await makeArticle(root, slug, await readContent(root), '2031-02-03');
  const { articles } = await readContent(root);
  expect(articles.find((article) => article.slug === slug)?.frontmatter.technologies).toEqual([technology]);
});

describe('refused, and nothing is written', () => {
  test.for<[args: string[], message: string]>([
    [[], 'A slug is missing. Use lower-case words joined by single hyphens: npm run new -- redis-slow-commands'],
    [['one', 'two'], '2 slugs were given, and one article is made at a time'],
    [['Two Words'], '"Two Words" cannot be the address of an article'],
    [['a'.repeat(51)], 'has 51 characters, and 50 are the most'],
    [['worker-stalled'], 'articles/worker-stalled exists already. Choose another slug'],
    [['worker-lost'], '"worker-lost" is a former slug of the article "worker-stalled", and old links lead there'],
    [
      ['worker-is-stalled'],
      'The article "worker-stalled" seems to be about the same fault as "worker-is-stalled". Add your symptom there: ',
    ],
    [
      ['broker-disk-is-full'],
      'reserved-slugs.yaml keeps the slug "broker-disk-full", which seems to be for the same fault as "broker-disk-is-full". Take that one:  npm run new -- broker-disk-full\nIf yours is another fault:  npm run new -- broker-disk-is-full --other-fault',
    ],
    [['x', '--other'], "Unknown option '--other'"],
  ])('%j', async ([args, message]) => {
    const root = await contentRoot();
    await editContent(root, 'articles/worker-stalled/index.mdx', [['authors: [editors]', 'authors: [editors]\naliases: [worker-lost]']]);
    const { status, stderr } = newArticle(root, ...args);
    expect(stderr).toContain(message);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(status).toBe(1);
    expect((await readdir(path.join(root, 'articles'))).toSorted()).toEqual(['broker-queue-full', 'worker-stalled']);
  });

  test('without a technology', async () => {
    const root = await contentRoot();
    await writeContent(root, 'technologies.yaml', '[]\n');
    const { status, stderr } = newArticle(root, 'worker-lost');
    expect(stderr).toContain('technologies.yaml has no technology, and every article needs one. Add a line such as');
    expect(status).toBe(1);
    expect(await readdir(path.join(root, 'articles'))).toHaveLength(2);
  });
});

test('a reserved slug is for the planned article, and another fault says so', async () => {
  const root = await contentRoot();
  expect(newArticle(root, 'broker-disk-is-full', '--other-fault')).toMatchObject({ status: 0, stderr: '' });
  const { stdout, status } = newArticle(root, 'broker-disk-full');
  expect(status).toBe(0);
  expect(stdout).toMatch(/The slug was reserved: remove it from \S+\/reserved-slugs\.yaml\./);
});
