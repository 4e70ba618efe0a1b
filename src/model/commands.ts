/** The commands of an article, as labs run them. */
import type { BodyCode } from './body.ts';
import { commandLanguages } from './code-languages.ts';

/** A block that a lab can run or use, by the label in its fence. */
export interface LabelledBlock extends BodyCode {
  /** `lab="…"`: the name by which a lab finds the block. */
  label: string | undefined;
  /** `unrun="…"`: why no lab runs it. */
  unrun: string | undefined;
}

/**
 * Parses the options `name="value"` that follow the language of a fence.
 *
 * @param meta the text after the language; options of another form are ignored
 */
export function fenceOptions(meta: string): Record<string, string> {
  return Object.fromEntries(
    [...meta.matchAll(/([\w-]+)="((?:[^"\\]|\\.)*)"/g)].map(([, name = '', value = '']) => [name, value.replace(/\\(.)/g, '$1')]),
  );
}

/**
 * Returns a block with the options of its fence that concern labs.
 *
 * @param block a fenced block
 */
export function labelled(block: BodyCode): LabelledBlock {
  const { lab: label, unrun } = fenceOptions(block.meta);
  return { ...block, label, unrun };
}

/**
 * Returns the commands that must have run in a lab or say why not: all commands in checks and fixes, including Verify and Undo.
 *
 * @param code all blocks of the body
 */
export const commandsOf = (code: readonly BodyCode[]): LabelledBlock[] =>
  code
    .filter(({ language, section }) => commandLanguages.has(language) && (section?.kind === 'Check' || section?.kind === 'Fix'))
    .map(labelled);
