/** A content folder with a lab, whose software is a shell script, and the command that runs labs. */
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll } from 'vitest';
import type { LabRecord } from '../../src/model/lab-record.ts';
import { article, contentRoot, editContent, validRoot } from './content-root.ts';

/** The article that has the lab. */
export const slug = 'broker-queue-full';
/** Its folder in the content folder. */
export const folder = `articles/${slug}`;

const project = fileURLToPath(new URL('../..', import.meta.url));

/** What Node has compiled, for the tests of one file: the command then starts in half the time. */
let compiled = '';

/** A copy of the valid content for one test, in which the article has a lab that has not run yet. */
export async function labRoot(): Promise<string> {
  const root = await contentRoot();
  await addLab(root);
  return root;
}

async function addLab(root: string): Promise<void> {
  await cp(path.join(project, 'tests/fixtures/lab'), path.join(root, folder, 'lab'), { recursive: true });
  await editContent(root, article, [['unrun="No lab can run a broker that does not exist."', 'lab="depth"']]);
}

/**
 * Runs the lab once before all tests of a file.
 *
 * @returns makes a copy for one test of the content with the record of that run
 */
export function recordedLab(): () => Promise<string> {
  let recorded = '';
  beforeAll(async () => {
    recorded = await mkdtemp(path.join(tmpdir(), 'content-'));
    compiled = await mkdtemp(path.join(tmpdir(), 'compiled-'));
    await cp(validRoot, recorded, { recursive: true });
    await addLab(recorded);
    const { code, output } = await lab(recorded, [slug, '--all']);
    if (code !== 0) throw new Error(output);
  });
  afterAll(async () => {
    for (const made of [recorded, compiled]) await rm(made, { recursive: true, force: true });
  });
  return () => contentRoot(recorded);
}

/** How a run of the command ended, and what it printed. */
export interface Ended {
  code: number;
  output: string;
}

/** The command that runs labs, as an argv. */
export const labCommand = [process.execPath, path.join(project, 'scripts/lab.ts')] as const;

/**
 * The environment of a command that runs labs: their content, and a folder for temporary files that no other test uses.
 *
 * @param hasTools whether the machine has `broker-tool`, which one scenario needs
 */
export async function labEnvironment(root: string, hasTools = true): Promise<NodeJS.ProcessEnv> {
  const [temporary, tools] = [path.join(root, 'tmp'), path.join(root, hasTools ? 'tools' : 'no-tools')];
  for (const made of [temporary, tools]) await mkdir(made, { recursive: true });
  if (hasTools) await writeFile(path.join(tools, 'broker-tool'), '#!/bin/sh\n', { mode: 0o755 });
  const found = { PATH: `${tools}:${process.env['PATH'] ?? ''}`, TMPDIR: temporary, NODE_COMPILE_CACHE: compiled };
  return { ...process.env, ...found, CONTENT_ROOT: root, INIT_CWD: project, NO_COLOR: '1' };
}

/** Runs `npm run lab -- …` on a content folder, on a machine with all software unless `hasTools` is false. */
export async function lab(root: string, args: readonly string[], hasTools = true): Promise<Ended> {
  const [program, script] = labCommand;
  const options = { env: await labEnvironment(root, hasTools), cwd: project };
  const ended = await promisify(execFile)(program, [script, ...args], options).catch((error: unknown) => error);
  const { code = 0, stdout, stderr } = ended as { code?: number; stdout: string; stderr: string };
  return { code, output: stdout + stderr };
}

/** What the lab has recorded. */
export const recordOf = async (root: string): Promise<LabRecord> =>
  JSON.parse(await readFile(path.join(root, folder, 'lab.json'), 'utf8')) as LabRecord;
