/** Reads the article of a lab: its commands by label, its symptoms by id. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { readArticle } from '../content/read-article.ts';
import { labFile, readLab } from '../content/read-lab.ts';
import { contentRoot } from '../content/root.ts';
import { labelled, type LabelledBlock } from '../model/commands.ts';
import type { Finding } from '../model/issue.ts';
import type { ArticleSource } from '../model/source.ts';
import { placeholders } from '../model/vocabulary.ts';
import { shownPath } from '../settings.ts';
import { LabMistake } from './mistake.ts';

/** What a lab needs of its article. */
export interface LabArticle {
  slug: string;
  folder: string;
  /** The signatures of each symptom, by the symptom's id. */
  symptoms: ReadonlyMap<string, readonly string[]>;
  /** The blocks of code that have a label, by the label. */
  blocks: ReadonlyMap<string, LabelledBlock>;
  /** The article, with the record of its lab and the lab's files. */
  source: ArticleSource;
}

/**
 * Reads the article of a lab.
 *
 * Fails with a `LabMistake` when the article or the record of its lab cannot be read.
 */
export async function readLabArticle(slug: string, root = contentRoot): Promise<LabArticle> {
  const folder = path.resolve(root, 'articles', slug);
  const entry = path.join(folder, 'index.mdx');
  const file = shownPath(entry);
  const bytes = await readFile(entry).catch(() => {
    throw new LabMistake(`${file} cannot be read. Every lab needs an article.`);
  });
  const lab = await readLab(folder);
  const [unreadable] = lab.findings;
  if (unreadable) throw mistake(shownPath(path.join(folder, labFile)), unreadable);
  const { source, findings } = readArticle(slug, file, bytes, lab);
  if (!source.readable) throw findings[0] ? mistake(file, findings[0]) : new LabMistake(`${file} cannot be read.`);
  const blocks = source.body.code.map(labelled).flatMap((block) => (block.label ? [[block.label, block] as const] : []));
  const symptoms = source.frontmatter.symptoms.map(({ id, signatures }) => [id, signatures.map(({ text }) => text)] as const);
  return { slug, folder, symptoms: new Map(symptoms), blocks: new Map(blocks), source };
}

const mistake = (file: string, { line, column, found, mend }: Finding) =>
  new LabMistake(`${file}:${line}:${column} has ${found}: ${mend}.`);

/** Returns the block with a label. Fails when there is none; the message lists the existing labels. */
export function blockOf({ blocks, slug }: LabArticle, label: string): LabelledBlock {
  const block = blocks.get(label);
  if (!block) throw new Error(`The article "${slug}" has no block lab="${label}". It has: ${[...blocks.keys()].join(', ') || 'none'}.`);
  return block;
}

/** The changes to a command before it runs. */
export interface Filling {
  /** Values for its placeholders by name, as a reader would fill them in: `{ pod: 'web' }` for `<pod>`. */
  values?: Readonly<Record<string, string>>;
  /** Texts that the command must contain, each with its replacement, e.g. an address or a path of the lab. */
  replace?: Readonly<Record<string, string>>;
}

/**
 * Returns a command as it runs: placeholders filled in, texts replaced. Fails when the command does not contain one of them, or when a
 * placeholder is left.
 */
export function filled({ text, label }: LabelledBlock, { values = {}, replace = {} }: Filling): string {
  let command = text;
  for (const [from, to] of [...Object.entries(values).map(([name, value]) => [`<${name}>`, value] as const), ...Object.entries(replace)]) {
    if (!command.includes(from)) throw new Error(`The command "${label ?? ''}" does not contain "${from}": ${text}`);
    command = command.replaceAll(from, () => to);
  }
  const left = Object.keys(placeholders).find((name) => command.includes(`<${name}>`));
  if (left) throw new Error(`The command "${label ?? ''}" has the placeholder <${left}>, for which the lab gives no value: ${text}`);
  return command;
}
