/** Commands answer input that they cannot use with a message and an exit code, without a stack trace. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { article, contentRoot, editContent } from '../../content/content-root.ts';
import { folderOf } from '../folder-of.ts';

const run = (script: string, args: readonly string[], env: Record<string, string> = {}) =>
  spawnSync(process.execPath, [`scripts/${script}.ts`, ...args], {
    encoding: 'utf8',
    input: '',
    env: { ...process.env, INIT_CWD: '', FORCE_COLOR: '0', ...env },
  });

const stack = /\n\s+at /;

test.for<[script: string, args: string[], env: Record<string, string>, message: string, exitCode?: number]>([
  ['serve', [], { PORT: 'abc' }, 'PORT=abc: not a port'],
  ['compress', [], { OUT_DIR: 'no-such-folder' }, 'no-such-folder. Run "npm run build" first'],
  ['search', ['--cases', 'no-such-file'], {}, '--cases no-such-file: no such file'],
  ['look', ['frontt'], {}, 'There is no page "frontt". did you mean "front"?'],
  ['look', ['--too', 'x'], {}, "Unknown option '--too'"],
  ['new', ['Two Words'], {}, '"Two Words" cannot be the address of an article'],
  ['links', ['no-such-file', '--against', 'no-such-folder'], {}, 'no-such-folder does not exist', 2],
  ['ledger', ['--check'], { OUT_DIR: 'no-such-folder' }, 'There is no built site in no-such-folder'],
  ['ledger', ['--chek'], {}, "Unknown option '--chek'"],
])('npm run %s %j %j', ([script, args, env, message, exitCode = 1]) => {
  const { status, stderr } = run(script, args, env);
  expect(stderr).toContain(message);
  expect(stderr).not.toMatch(stack);
  expect(status).toBe(exitCode);
});

test('the file of cases is found from the folder in which the user stands', async () => {
  const { stderr } = run('search', ['--cases', 'cases.jsonl'], { INIT_CWD: await folderOf({ 'cases.jsonl': 'no JSON' }) });
  expect(stderr).toBe('cases.jsonl:1: this line is not a case. Each line must be a JSON object with "id" and "text".\n');
});

describe('a content root', () => {
  test('that does not exist is said to be so, in one issue', () => {
    const { status, stderr } = run('check', [], { CONTENT_ROOT: 'no-such-folder' });
    expect(stderr).toContain('no-such-folder:1:1  content-root');
    expect(stderr).toContain('1 content error in 1 file');
    expect(stderr).not.toMatch(stack);
    expect(status).toBe(1);
  });

  test.for<[script: string, args: string[]]>([
    ['lab', ['queue-full']],
    ['lab', ['--every']],
    ['new', ['queue-full']],
    ['ledger', []],
    ['look', ['queue-full']],
  ])('that does not exist: npm run %s %j', ([script, args]) => {
    const { status, stderr } = run(script, args, { CONTENT_ROOT: 'no-such-folder' });
    expect(stderr).toBe('no-such-folder: no such folder. Set CONTENT_ROOT to the folder that holds site.yaml and articles/.\n');
    expect(status).toBe(1);
    expect(existsSync('no-such-folder')).toBe(false);
  });

  test('with an article that cannot be parsed: "npm run look" says where, and opens no page', async () => {
    const root = await contentRoot();
    await editContent(root, article, [['## Every message', '<Note>\n\n## Every message']]);
    const { status, stderr } = run('look', ['broker-queue-full'], { CONTENT_ROOT: root, INIT_CWD: root });
    expect(stderr).toMatch(
      /^articles\/broker-queue-full\/index\.mdx:?[\s\S]*mdx-syntax[\s\S]*close every tag[\s\S]*1 content error in 1 file/,
    );
    expect(status).toBe(1);
  });

  test('that is named from the folder in which the user stands: messages name its files from there too', async () => {
    const folder = await folderOf({ 'faults/site.yaml': 'name: Faults\n' });
    const technologies = '- { id: redis, name: Redis, colour: red }\n';
    const { stderr } = run('check', [], { INIT_CWD: folder, CONTENT_ROOT: 'faults' });
    expect(stderr).toContain('faults/site.yaml:1:1  site');
    expect(stderr).toContain('faults/technologies.yaml:1:1  data-file');
    expect(stderr).not.toMatch(/\.\.\/|built-/);
    await writeFile(path.join(folder, 'faults/technologies.yaml'), technologies);
    const made = run('new', ['queue-full'], { INIT_CWD: folder, CONTENT_ROOT: 'faults' });
    expect(made.stdout).toContain('Created faults/articles/queue-full/');
    expect(existsSync(path.join(folder, 'faults/articles/queue-full/index.mdx'))).toBe(true);
  });

  test('whose ledger is missing fails the check, and "npm run ledger -- --check" as well', async () => {
    const root = await folderOf({ 'technologies.yaml': '[]', 'authors.yaml': '[]', 'reserved-slugs.yaml': '[]', 'articles/.gitkeep': '' });
    for (const [script, args] of [
      ['check', []],
      ['ledger', ['--check']],
    ] as const) {
      const { status, stderr } = run(script, args, { CONTENT_ROOT: root });
      expect(stderr).toContain(`${path.relative('', path.join(root, 'ledger.txt'))}:1:1  ledger`);
      expect(stderr).toContain('for a new site run "npm run ledger"');
      expect(status).toBe(1);
    }
  });
});
