import { expect, test } from 'vitest';
import { checkContent } from '../../src/check/check-content.ts';
import { article, contentRoot, editContent, writeContent } from './content-root.ts';

const other = 'articles/worker-stalled/index.mdx';

test('all mistakes of all files are reported in one run, by file and place', async () => {
  const root = await contentRoot();
  await editContent(root, article, [
    ['published: 2026-01-15', 'published: soon'],
    ['technologies: [broker, linux]', 'technologies: [broker, linus]'],
    ['(<count> of <limit>)', '(<cuont> of <limit>)'],
    ['```bash', '```bsh'],
    ['<Verify>\n\nThe depth falls.\n\n</Verify>\n\n', ''],
  ]);
  await editContent(root, other, [
    ['    risk: safe\n', ''],
    ['Look it up.', '[Look it up](ref:nothing).'],
  ]);
  await writeContent(root, 'articles/zero/index.mdx', '');
  await writeContent(root, 'reserved-slugs.yaml', '- broker-disk-full\n- Later\n');
  const { issues } = await checkContent(root, root);
  const ofArticles = issues.map(({ kind, file, line }) => `${kind} ${file}:${line}`);
  for (const expected of [
    `unknown-technology ${article}:6`,
    `field ${article}:7`,
    `unknown-placeholder ${article}:22`,
    `unknown-language ${article}:96`,
    `fix-incomplete ${article}:170`,
    `field ${other}:37`,
    `broken-link ${other}:52`,
    'empty-file articles/zero/index.mdx:1',
    'data-file reserved-slugs.yaml:2',
  ])
    expect(ofArticles).toContain(expected);
  expect(ofArticles.map((line) => line.split(' ')[1]?.split(':')[0])).toEqual(
    ofArticles.map((line) => line.split(' ')[1]?.split(':')[0]).toSorted(),
  );
});

test('a wrong field of one item does not shift the place of an issue in the next item', async () => {
  const root = await contentRoot();
  await editContent(root, article, [
    ['  - id: raise-the-limit\n', '  - ident: raise-the-limit\n'],
    ['    resolves: [consumer-too-slow]\n    takesEffect: at the next rise', '    resolves: [no-cause]\n    takesEffect: at the next rise'],
  ]);
  const { issues } = await checkContent(root, root);
  const dangling = issues.find(({ found }) => found.includes('"no-cause"'));
  expect(dangling).toMatchObject({ kind: 'dangling-relation', line: 75, column: 16 });
});
