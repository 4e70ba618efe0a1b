/** `npm run format` formats the labs of a content root, and touches nothing else of it. */
import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { contentRoot, writeContent } from './content-root.ts';

const format = (root: string, ...args: string[]) =>
  spawnSync(process.execPath, ['scripts/format.ts', ...args], {
    encoding: 'utf8',
    env: { ...process.env, FORCE_COLOR: '0', INIT_CWD: root, CONTENT_ROOT: root },
  });

const lab = 'articles/broker-queue-full/lab/lab.ts';
const nested = 'articles/worker-stalled/lab/files/app.mjs';
/** Files that the formatter knows, and that are none of its business. */
const others = {
  'README.md': '*  a\n',
  'site.yaml': "name:   'Faults'\n",
  'other.ts': 'export   const a = "b"\n',
  'articles/broker-queue-full/lab/package.json': '{"a":1}\n',
  'articles/broker-queue-full/lab/node_modules/x.ts': 'export   const a = "b"\n',
  'articles/broker-queue-full/lab.json': '{ "scenarios":[] }\n',
};

async function rootWithLabs(): Promise<string> {
  const root = await contentRoot();
  // A configuration of the root's own does not hold for labs.
  await writeContent(root, '.prettierrc.json', '{ "semi": false }\n');
  for (const [file, text] of Object.entries({ ...others, [lab]: 'export const a = "b"\n', [nested]: 'let a = {b:1}\n' }))
    await writeContent(root, file, text);
  return root;
}

const textsOf = async (root: string, files: readonly string[]) => Promise.all(files.map((file) => readFile(path.join(root, file), 'utf8')));

test('the code of labs is formatted as the project formats its own', async () => {
  const root = await rootWithLabs();
  expect(format(root, '--check')).toMatchObject({
    status: 1,
    stderr: expect.stringContaining(`Not formatted:\n  ${lab}\n  ${nested}\n`) as string,
  });
  expect(await textsOf(root, [lab])).toEqual(['export const a = "b"\n']);
  expect(format(root)).toMatchObject({ status: 0, stdout: `Formatted:\n  ${lab}\n  ${nested}\n` });
  expect(await textsOf(root, [lab, nested])).toEqual(["export const a = 'b';\n", 'let a = { b: 1 };\n']);
  expect(format(root)).toMatchObject({ status: 0, stdout: 'All labs were formatted already.\n' });
  expect(format(root, '--check')).toMatchObject({ status: 0, stdout: 'All labs are formatted.\n' });
  expect(await textsOf(root, Object.keys(others))).toEqual(Object.values(others));
});

test('code that cannot be parsed is named with its place', async () => {
  const root = await rootWithLabs();
  await writeContent(root, lab, 'export const a = ;\n');
  const { status, stderr } = format(root);
  expect(stderr).toMatch(new RegExp(`^${lab} cannot be formatted: .*\\(1:18\\)`));
  expect(stderr).not.toMatch(/\n\s+at /);
  expect(status).toBe(1);
});
