/** A check that remembers the last one says the same as a check that does not, whatever was edited since. */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { checkContent, type ContentReport } from '../../src/check/check-content.ts';
import type { KeptValues } from '../../src/check/kept-values.ts';
import { openMemory } from '../../src/check/memory.ts';
import { writeGeneratedContent } from '../bench/build/generated-content.ts';
import { anyOf, chanceFrom, type Chance } from '../bench/words.ts';
import { article, contentRoot, editContent, issueLine, placeIn, type Edit } from './content-root.ts';

const other = 'articles/worker-stalled/index.mdx';
const caches = await mkdtemp(path.join(tmpdir(), 'cache-'));
afterAll(() => rm(caches, { recursive: true }));
beforeEach(() => void vi.stubEnv('FAULTBOOK_CACHE', caches));

const linesOf = ({ issues, remarks }: ContentReport): string[] => [...issues, ...remarks].map(issueLine);

/** Kept values that note the keys whose value was worked out. */
function noting<Value>(values: KeptValues<Value>): { values: KeptValues<Value>; keys: string[] } {
  const keys: string[] = [];
  const set = (key: string, value: Value) => {
    keys.push(key);
    values.set(key, value);
  };
  return { keys, values: { ...values, set } };
}

/**
 * Checks as commands do, with what the last check of this root has left, and compares the report with that of a fresh check.
 *
 * @returns the report, how many articles were parsed, and the symptoms whose pastes were searched for, by article and position
 */
async function checkAgain(root: string): Promise<{ lines: string[]; parsed: number; searched: string[] }> {
  const memory = await openMemory(root);
  const [parsed, searches] = [noting(memory.parsed), noting(memory.searches)];
  const lines = linesOf(await checkContent(root, root, { ...memory, parsed: parsed.values, searches: searches.values }));
  await memory.save();
  expect(lines).toEqual(linesOf(await checkContent(root, root)));
  return { lines, parsed: parsed.keys.length, searched: searches.keys };
}

const all = ['broker-queue-full 0', 'broker-queue-full 1', 'worker-stalled 0'];

describe('after an edit, only what it can have changed is worked out again:', () => {
  test.for<[what: string, file: string, edits: Edit[], parsed: number, searched: string[]]>([
    ['nothing was edited', article, [], 0, []],
    ['a sentence of the body', article, [['Watch the depth for a day.', 'Watch the depth for two days.']], 1, []],
    [
      'a new line in the frontmatter, which moves the places of all fields',
      article,
      [['authors: [editors]\n', 'authors:\n  - editors\n']],
      1,
      [],
    ],
    ['a sample: its symptom', other, [['["worker 17 still', '["worker 18 still']], 1, ['worker-stalled 0']],
    ['words by which the search finds a symptom: all that may find it', other, [['it holds its job', 'it waits for its broker']], 1, all],
    ['the name of a technology, which the search finds too', 'technologies.yaml', [['Linux', 'The Linux kernel']], 0, all],
  ])('%s', async ([, file, edits, parsed, searched]) => {
    const root = await contentRoot();
    expect(await checkAgain(root)).toEqual({ lines: [], parsed: 2, searched: all });
    await editContent(root, file, edits);
    expect(await checkAgain(root)).toMatchObject({ parsed, searched });
  });
});

const own = '      - text: "worker <pid> still waits for lock <key>"\n';
const wide = (text: string) => `      - text: "${text}"\n        printedBy: worker\n        seenOn: worker 2\n`;

test('edits of one article bring issues of another, move them, and take them away', async () => {
  const root = await contentRoot();
  const kindsAfter = async (file: string, edits: readonly Edit[]) => {
    await editContent(root, file, edits);
    return (await checkAgain(root)).lines.map((line) => line.split(' ', 2).join(' '));
  };
  expect(await kindsAfter(article, [])).toEqual([]);
  // The articles are related, so that a signature may match samples of both.
  expect(await kindsAfter(other, [[own, `${wide('mail.py: QueueFull: the broker')}${own}`]])).toEqual([
    `signature-without-sample ${other}:22:9`,
  ]);
  const unrelated = [
    ['related: [worker-stalled]', 'related: []'],
    ['    symptom: worker-holds-its-job\n', ''],
  ] as const;
  expect(await kindsAfter(article, unrelated)).toEqual([`signature-without-sample ${other}:22:9`, `signature-too-wide ${other}:22:9`]);
  const samples = await placeIn(root, article, '"mail.py: QueueFull');
  const outdone = [[wide('mail.py: QueueFull: the broker'), wide('mail.py: QueueFull: the broker refused the job')]] as const;
  expect(await kindsAfter(other, outdone)).toContain(`sample-not-found ${article}:${samples}`);
  expect(await kindsAfter(article, [['authors: [editors]\n', 'authors:\n  - editors\n']])).toContain(
    `sample-not-found ${article}:${await placeIn(root, article, '"mail.py: QueueFull')}`,
  );
  await rm(path.join(root, path.dirname(other)), { recursive: true });
  expect(await kindsAfter(article, [])).not.toContain(`signature-too-wide ${other}:22:9`);
});

/** Replaces a line of an article's frontmatter by a line with the same field of another article, and so mixes up what they say. */
async function mixUp(root: string, chance: Chance): Promise<void> {
  const files = (await readdir(path.join(root, 'articles'))).map((slug) => path.join(root, 'articles', slug, 'index.mdx'));
  const [into, from] = [anyOf(chance, files), anyOf(chance, files)];
  const lines = (await readFile(into, 'utf8')).split('\n');
  const at = Math.floor(chance() * lines.indexOf('---', 1));
  const field = /^ *(- )?(\w+: |")?/.exec(lines[at] ?? '')?.[0] ?? '';
  const alike =
    (await readFile(from, 'utf8'))
      .split('\n---\n', 1)[0]
      ?.split('\n')
      .filter((line) => line.startsWith(field)) ?? [];
  lines[at] = anyOf(chance, alike.length ? alike : ['']);
  await writeFile(into, lines.join('\n'));
}

test('after any edits of generated articles', async () => {
  const root = await contentRoot();
  await writeGeneratedContent(root, 4);
  const chance = chanceFrom(1);
  const kinds = new Set<string>();
  for (let step = 0; step < 30; step++) {
    for (const line of (await checkAgain(root)).lines) kinds.add(line.split(' ', 1)[0] ?? '');
    await mixUp(root, chance);
  }
  expect(kinds.size).toBeGreaterThan(3);
});

test('what no longer exists is forgotten', async () => {
  const root = await contentRoot();
  await checkAgain(root);
  await rm(path.join(root, path.dirname(other)), { recursive: true });
  await checkAgain(root);
  const { parsed, searches } = await openMemory(root);
  await checkContent(root, root, { parsed, searches, save: () => Promise.resolve() });
  expect([parsed.used().size, [...searches.used().keys()]]).toEqual([1, ['broker-queue-full 0', 'broker-queue-full 1']]);
});

test('what other code has found is not used', async () => {
  const root = await contentRoot();
  await checkAgain(root);
  const folder = path.join(caches, 'check');
  for (const name of await readdir(folder)) {
    const file = await readFile(path.join(folder, name));
    file[0] = (file[0] ?? 0) ^ 1;
    await writeFile(path.join(folder, name), file);
  }
  expect(await checkAgain(root)).toEqual({ lines: [], parsed: 2, searched: all });
});
