/** Makes the content root of a new site from a template. */
import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseDocument } from 'yaml';
import { siteSchema } from '../../src/model/site-schema.ts';
import { UserError } from '../../src/user-error.ts';

/** What CI can run on, with the file of the template that sets it up. */
const ciFiles = { github: '.github', gitlab: '.gitlab-ci.yml', none: undefined } as const;
/** What runs the checks of a site at every change. */
export type Ci = keyof typeof ciFiles;
export const ciNames = Object.keys(ciFiles) as Ci[];

/** A site that is to be made. */
export interface NewSite {
  /** The folder of its content, as an absolute path. */
  folder: string;
  name: string;
  ci: Ci;
  /** The address from which the engine is cloned, and the commit that made the site. */
  engine: { address: string; commit: string };
  /** The day on which the first article is published, `YYYY-MM-DD`. */
  today: string;
}

/** The article that every new site has. */
export const firstArticle = 'node-port-in-use';

/** The folder of the template: itself a content root, so that its check, its lab and its ledger run as those of any site. */
const template = path.join(import.meta.dirname, 'template');
const articleFile = path.join('articles', firstArticle, 'index.mdx');
/** The files of the template in which `@name@` and the like stand for what a site says. */
const filledIn = ['README.md', '.gitlab-ci.yml', path.join('.github', 'workflows', 'site.yml')];

/**
 * Makes the content root of a new site.
 *
 * Fails with a `UserError` when the name cannot be used, or the folder has something in it.
 */
export async function makeSite(site: NewSite): Promise<void> {
  requireName(site.name);
  await requireEmpty(site.folder);
  const leftOut = ciNames.flatMap((ci) => (ci === site.ci ? [] : (ciFiles[ci] ?? [])));
  await cp(template, site.folder, {
    recursive: true,
    filter: (source) => !leftOut.some((name) => source === path.join(template, name)),
  });
  const words = { name: site.name, folder: path.basename(site.folder), engine: site.engine.address, commit: site.engine.commit };
  for (const file of filledIn) await edit(site.folder, file, (text) => filled(text, words));
  await edit(site.folder, 'site.yaml', (text) => siteFile(text, site));
  await edit(site.folder, articleFile, (text) => text.replace(/^published: .*$/m, `published: ${site.today}`));
}

/** Writes the day of the last review into the first article: the day on which its lab ran. */
export const setReviewed = (folder: string, day: string): Promise<void> =>
  edit(folder, articleFile, (text) => text.replace(/^reviewed: .*$/m, `reviewed: ${day}`));

/** Returns the name of a site by its folder: `our-faults` is "Our faults". */
export function nameOfFolder(folder: string): string {
  const words = path
    .basename(folder)
    .split(/[-_.\s]+/)
    .join(' ')
    .trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Returns the address at which anybody can clone what a remote names: for an SSH address, the HTTPS address of the same repository. */
export function cloneAddress(remote: string): string {
  const ssh = /^(?:ssh:\/\/)?[\w.-]+@([\w.-]+)(?::(?:\d+\/)?|\/)(.+)$/.exec(remote);
  return ssh ? `https://${ssh[1] ?? ''}/${ssh[2] ?? ''}` : remote;
}

function requireName(name: string): void {
  const { error } = siteSchema.shape.name.safeParse(name);
  if (error) throw new UserError(`--name ${JSON.stringify(name)}: the name of a site ${error.issues[0]?.message ?? 'cannot be that'}.`);
}

async function requireEmpty(folder: string): Promise<void> {
  const found = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw new UserError(`${folder} cannot be used: ${error.message}. Name a folder that does not exist.`);
  });
  if (found.length)
    throw new UserError(
      `${folder} is not empty (it has ${found.slice(0, 3).join(', ')}), and nothing in it was changed. Name a folder that does not exist.`,
    );
}

/** Changes a file of the site, unless the site was made without it. */
async function edit(folder: string, file: string, change: (text: string) => string): Promise<void> {
  const absolute = path.join(folder, file);
  const text = await readFile(absolute, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (text !== undefined) await writeFile(absolute, change(text));
}

const filled = (text: string, words: Readonly<Record<string, string>>) =>
  Object.entries(words).reduce((current, [word, value]) => current.replaceAll(`@${word}@`, () => value), text);

function siteFile(text: string, { name, engine }: NewSite): string {
  const document = parseDocument(text);
  document.set('name', name);
  if (/^https?:/.test(engine.address)) document.set('software', engine.address);
  else document.delete('software');
  return document.toString({ lineWidth: 0 });
}
