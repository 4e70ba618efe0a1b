/** The same article as other site generators build it. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, globSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parse, stringify } from 'yaml';
import { cacheKey } from '../../src/render/cache.ts';
import type { Peer } from './peers.ts';

/** The input for all peers. */
export interface PublishedArticle {
  title: string;
  description: string;
  /** Markdown from the title's heading on, without diagrams: not every peer can draw them. */
  text: string;
}

/**
 * Reads an article as the site publishes it for programs.
 *
 * @param markdown the document, with front matter
 */
export function publishedArticle(markdown: string): PublishedArticle {
  const [, head = '', text = ''] = /^---\n(.*?)\n---\n(.*)$/s.exec(markdown) ?? [];
  const { title, summary } = parse(head) as { title: string; summary: string };
  return { title, description: summary, text: text.replace(/^```mermaid\n.*?^```\n/gms, '') };
}

/**
 * Builds the site of a peer; one that was built of the same is taken as it is.
 *
 * @param peer the peer
 * @param article what the site shows
 * @returns the folder with the built site
 * @throws when the build fails, with what it printed
 */
export function buildPeer(peer: Peer, article: PublishedArticle): string {
  const template = path.join(import.meta.dirname, 'peers', peer.id);
  const files = readdirSync(template, { recursive: true, encoding: 'utf8' }).toSorted();
  const parts = files
    .filter((file) => statSync(path.join(template, file)).isFile())
    .flatMap((file) => [file, readFileSync(path.join(template, file))]);
  const lock = readFileSync(path.join(import.meta.dirname, 'package-lock.json'));
  const key = cacheKey(JSON.stringify([peer, article]), lock, ...parts);
  const project = path.join(import.meta.dirname, '.cache', `${peer.id}-${key}`);
  const site = path.join(project, 'site');
  if (existsSync(site)) return site;
  for (const former of globSync(`${peer.id}-*`, { cwd: path.dirname(project) }))
    rmSync(path.join(path.dirname(project), former), { recursive: true });
  cpSync(template, project, { recursive: true });
  for (const folder of ['public', 'static']) cpSync(path.join(template, '../favicon.svg'), path.join(project, folder, 'favicon.svg'));
  const source = path.join(project, peer.source);
  mkdirSync(path.dirname(source), { recursive: true });
  writeFileSync(source, sourceFor(peer, article));
  run(peer, project);
  renameSync(path.join(project, 'unfinished'), site);
  return site;
}

/**
 * Returns the file that a peer makes the article's page of.
 *
 * @param peer the peer
 * @param article what the page shows
 */
export function sourceFor(peer: Peer, { title, description, text }: PublishedArticle): string {
  const body = peer.bringsHeading ? text.replace(/^# .*\n/m, '') : text;
  return `---\n${stringify({ title, description, ...peer.frontMatter })}---\n${body}`;
}

function run({ name, command: [program, ...args] }: Peer, project: string): void {
  const { status, stdout, stderr } = spawnSync(path.join(import.meta.dirname, 'node_modules/.bin', program), args, {
    cwd: project,
    encoding: 'utf8',
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
    shell: process.platform === 'win32',
  });
  if (status === 0) return;
  const said = `${stdout}\n${stderr}`.split('\n').filter((line) => line.trim() && !/^\s+at /.test(line));
  throw new Error(`${name} did not build:\n${said.slice(-20).join('\n')}`);
}
