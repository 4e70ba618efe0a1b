/** `npm run look` shows any page of any content root without a build. */
import { execFile } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';

const article = 'articles/broker-queue-full/index.mdx';

const look = (root: string, ...args: string[]) =>
  promisify(execFile)(process.execPath, ['scripts/look.ts', ...args], {
    env: { ...process.env, CONTENT_ROOT: root, INIT_CWD: path.dirname(root), BASE_PATH: '/kb/', FORCE_COLOR: '0' },
  });

test('a draft with a missing capture, as the author left it', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'look-'));
  try {
    const root = path.join(folder, 'content');
    await cp('tests/fixtures/content/valid', root, { recursive: true });
    const text = await readFile(path.join(root, article), 'utf8');
    const edited = text
      .replace('published:', 'draft: true\npublished:')
      .replace('Nothing is printed.', 'Nothing is printed.\n\n<Capture of="no-such-capture" />');
    await writeFile(path.join(root, article), edited);
    const { stdout } = await look(root, 'broker-queue-full', '--to', 'pictures');
    expect(stdout).toContain('broker-queue-full: 6 pictures in pictures/');
    expect(await readdir(path.join(folder, 'pictures'))).toHaveLength(6);

    // Astro keeps what it read of an article, and finds it by slug and text: it must not look for it where the root was before.
    const moved = path.join(folder, 'moved');
    await rename(root, moved);
    expect((await look(moved, 'broker-queue-full', '--to', 'pictures')).stdout).toContain('6 pictures');
  } finally {
    await rm(folder, { recursive: true });
  }
});
