import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import type { Issue } from '../../src/model/issue.ts';

/** Valid content. Tests make mistakes in copies of it. */
export const validRoot = fileURLToPath(new URL('../fixtures/content/valid', import.meta.url));

/** The article that edits change, unless they name another file. */
export const article = 'articles/broker-queue-full/index.mdx';

/** A text that stands once in a file, and what to put in its place. */
export type Edit = readonly [from: string, to: string];

/** A copy of the valid content folder, or of another one, for one test. */
export async function contentRoot(from: string = validRoot): Promise<string> {
  const root = await mkdtemp(path.join(tmpdir(), 'content-'));
  onTestFinished(() => rm(root, { recursive: true }));
  await cp(from, root, { recursive: true });
  return root;
}

/** Writes a file of a content folder, and the folders above it. */
export async function writeContent(root: string, file: string, content: string | Uint8Array): Promise<void> {
  const absolute = path.join(root, file);
  await mkdir(path.dirname(absolute), { recursive: true });
  await writeFile(absolute, content);
}

/** Makes edits in a file; each must find its text exactly once, or the fixture would say nothing. */
export async function editContent(root: string, file: string, edits: readonly Edit[]): Promise<void> {
  let text = await readFile(path.join(root, file), 'utf8');
  for (const [from, to] of edits) {
    if (text.split(from).length !== 2) throw new Error(`"${from}" stands ${text.split(from).length - 1} times in ${file}`);
    text = text.replace(from, () => to);
  }
  await writeFile(path.join(root, file), text);
}

/** Where a text stands in a file, as `line:column`. */
export async function placeIn(root: string, file: string, text: string): Promise<string> {
  const content = await readFile(path.join(root, file), 'utf8');
  const offset = content.indexOf(text);
  if (offset === -1 || content.includes(text, offset + 1)) throw new Error(`"${text}" does not stand once in ${file}`);
  const before = content.slice(0, offset).split('\n');
  return `${before.length}:${(before.at(-1) ?? '').length + 1}`;
}

/** An issue in one line, as an author reads it. */
export const issueLine = ({ kind, file, line, column, found, mend }: Issue): string =>
  `${kind} ${file}:${line}:${column} found ${found} mend ${mend}`;
