import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { filesOf, readLabFiles } from '../../../src/content/lab-files.ts';

/** Files of a lab by their text. */
const lab = (texts: Record<string, string>) =>
  new Map(Object.entries(texts).map(([file, text]) => [file, { hash: text, source: file.endsWith('.ts') ? text : undefined }]));
const texts = {
  'lab.ts': "import { full } from './full.ts'; import { late } from './late.ts'; export const scenarios = [full, late];",
  'full.ts': "import { start } from './server/start.ts'; export const full = { name: 'a full queue' };",
  'late.ts': "import { start } from './server/start.ts'; export const late = { name: 'late jobs' };",
  'server/start.ts': "import { port } from '../port.ts';",
  'port.ts': 'export const port = 1;',
  'build.ts': "import { port } from './port.ts';",
  'files/app.py': 'print()',
};
const shared = ['build.ts', 'files/app.py', 'port.ts', 'server/start.ts'];

describe('a scenario depends on', () => {
  test('its module, all that this imports, and what no scenario imports, but neither on other scenarios nor on their list', () => {
    expect(filesOf('a full queue', lab(texts))).toEqual([...shared, 'full.ts'].toSorted());
    expect(filesOf('late jobs', lab(texts))).toEqual([...shared, 'late.ts'].toSorted());
  });

  test.for([
    ["import('./port.ts')", 'const { port } = await import("./port.ts");'],
    ['an import of types', "import type { Port } from './port.ts';"],
    ['a template', 'await import(`./port.ts`);'],
  ])('what its module imports by %s', ([, source]) => {
    const files = lab({ ...texts, 'server/start.ts': '', 'late.ts': `${texts['late.ts']} ${source}` });
    expect(filesOf('late jobs', files)).toContain('port.ts');
    expect(filesOf('a full queue', files)).not.toContain('port.ts');
  });

  test('every module that contains its name', () => {
    const files = lab({ ...texts, 'full.ts': `${texts['full.ts']} // after "late jobs"` });
    expect(filesOf('late jobs', files)).toEqual(expect.arrayContaining(['full.ts', 'late.ts']));
  });

  test.for<readonly [string, Record<string, string>]>([
    ['the list names it', { 'lab.ts': texts['lab.ts'].replace('[full, late]', "[{ ...full, name: 'renamed' }, late]") }],
    ['no module contains its name', {}],
  ])('all files when %s', ([, change]) => {
    expect(filesOf('renamed', lab({ ...texts, ...change }))).toEqual(Object.keys(texts).toSorted());
  });

  test('modules that import each other, once', () => {
    const files = lab({ ...texts, 'port.ts': "import './server/start.ts';" });
    expect(filesOf('late jobs', files).filter((file) => file === 'port.ts')).toHaveLength(1);
  });
});

describe('the files of a lab on disk', () => {
  async function articleWith(files: Record<string, string>): Promise<string> {
    const root = await mkdtemp(path.join(tmpdir(), 'lab-files-'));
    onTestFinished(() => rm(root, { recursive: true }));
    const article = path.join(root, 'content/articles/queue');
    for (const [name, text] of Object.entries(files)) {
      const file = path.resolve(article, 'lab', name);
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, text);
    }
    return article;
  }

  test('are read from all folders, without what programs and editors leave there', async () => {
    const left = {
      'node_modules/a/a.ts': '',
      'files/__pycache__/app.pyc': '',
      '.venv/x': '',
      'lab.ts~': '',
      '.lab.ts.swp': '',
      '.DS_Store': '',
    };
    const article = await articleWith({ ...texts, ...left, 'files/.dockerignore': 'x' });
    expect([...(await readLabFiles(article)).keys()].toSorted()).toEqual([...Object.keys(texts), 'files/.dockerignore'].toSorted());
  });

  test('include modules that labs share, and leave out the code outside the content folder', async () => {
    const article = await articleWith({
      'lab.ts': "import '../../other/lab/shared.ts'; import '../../../../src/lab/bench.ts'; import './gone.ts';",
      '../../other/lab/shared.ts': "import './deeper.ts';",
      '../../other/lab/deeper.ts': '',
      '../../other/lab/lab.ts': '',
      '../../../../src/lab/bench.ts': '',
    });
    const files = await readLabFiles(article);
    expect([...files.keys()].toSorted()).toEqual(['../../other/lab/deeper.ts', '../../other/lab/shared.ts', 'lab.ts']);
    expect(filesOf('any', files)).toContain('../../other/lab/deeper.ts');
  });

  test('have a hash of their content, wherever they are', async () => {
    const article = await articleWith(texts);
    const copy = `${path.dirname(article)}/copy`;
    await cp(article, copy, { recursive: true });
    expect(await readLabFiles(copy)).toEqual(await readLabFiles(article));
    await writeFile(path.join(copy, 'lab/files/app.py'), 'print(1)');
    const changed = await readLabFiles(copy);
    const before = await readLabFiles(article);
    expect([...changed].filter(([file, { hash }]) => before.get(file)?.hash !== hash).map(([file]) => file)).toEqual(['files/app.py']);
  });

  test('are none where there is no lab', async () => {
    expect((await readLabFiles('/nowhere/articles/queue')).size).toBe(0);
  });
});
