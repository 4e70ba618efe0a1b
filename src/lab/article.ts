/** The article of a lab: its commands by label, its symptoms by id. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Root } from 'mdast';
import { mdxToMdast } from 'satteri';
import { parse } from 'yaml';
import { contentRoot } from '../content/root.ts';
import { labelled, type LabelledBlock } from '../model/commands.ts';
import { readBody, type BodyCode } from '../model/body.ts';
import { salvage } from '../model/salvage.ts';
import { placeholders } from '../model/vocabulary.ts';
import { proves } from '../search/matcher/prove.ts';
import { align, occurrencesOf } from '../search/matcher/align.ts';
import { patternOf } from '../search/matcher/pattern.ts';
import { readPaste } from '../search/paste/index.ts';

/** What a lab needs of its article. */
export interface LabArticle {
  slug: string;
  folder: string;
  /** Ids of the symptoms, with their signatures. */
  symptoms: ReadonlyMap<string, readonly string[]>;
  /** All blocks of code, and those among them with a label, by it. */
  code: readonly BodyCode[];
  blocks: ReadonlyMap<string, LabelledBlock>;
}

/** Reads the article of a lab. */
export async function readLabArticle(slug: string): Promise<LabArticle> {
  const folder = path.resolve(contentRoot, 'articles', slug);
  const text = await readFile(path.join(folder, 'index.mdx'), 'utf8');
  const { symptoms } = salvage(parse(/^---\n([\s\S]*?)\n---/.exec(text)?.[1] ?? ''));
  const { code } = readBody(mdxToMdast(text, { position: true }) as Root);
  return {
    slug,
    folder,
    symptoms: new Map(symptoms.map(({ id, signatures }) => [id, signatures.map((signature) => signature.text)])),
    code,
    blocks: new Map(code.map(labelled).flatMap((block) => (block.label ? [[block.label, block] as const] : []))),
  };
}

/** The block with a label; throws with those that there are. */
export function blockOf({ blocks, slug }: LabArticle, label: string): LabelledBlock {
  const block = blocks.get(label);
  if (!block) throw new Error(`The article "${slug}" has no block lab="${label}". It has: ${[...blocks.keys()].join(', ') || 'none'}.`);
  return block;
}

/** What changes in a command before it runs. */
export interface Filling {
  /** Values for its placeholders, as a reader would put them. */
  values?: Readonly<Record<string, string>>;
  /** Texts that must stand in it, and what stands there in the lab instead: an address, a path. */
  replace?: Readonly<Record<string, string>>;
}

/** A command as it runs: placeholders filled in, addresses replaced. Throws when something does not fit. */
export function filled({ text, label }: LabelledBlock, { values = {}, replace = {} }: Filling): string {
  let command = text;
  for (const [from, to] of [...Object.entries(values).map(([name, value]) => [`<${name}>`, value] as const), ...Object.entries(replace)]) {
    if (!command.includes(from)) throw new Error(`The command "${label ?? ''}" does not hold "${from}": ${text}`);
    command = command.replaceAll(from, to);
  }
  const open = Object.keys(placeholders).find((name) => command.includes(`<${name}>`));
  if (open) throw new Error(`The command "${label ?? ''}" has the placeholder <${open}>, for which the lab gives no value: ${text}`);
  return command;
}

/**
 * The signature of a symptom that stands in a text, found as the search finds it.
 *
 * @returns the signature, or undefined
 */
export function signatureIn(text: string, signatures: readonly string[]): string | undefined {
  const paste = readPaste(text);
  const occurrences = occurrencesOf(paste);
  return signatures.find((signature) => {
    const pattern = patternOf(signature);
    const alignment = align(pattern, occurrences);
    return (
      alignment !== undefined &&
      proves(
        pattern,
        alignment,
        pattern.words.map((word) => word.text),
        paste,
      )
    );
  });
}
