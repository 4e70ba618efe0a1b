/** The commands of an article, as labs run them. */
import type { BodyCode } from './body.ts';
import { commandLanguages } from './code-languages.ts';

/** A block that a lab can run or use, by the label in its fence. */
export interface LabelledBlock extends BodyCode {
  /** `lab="…"`: the name by which a lab takes it. */
  label: string | undefined;
  /** `unrun="…"`: why no lab runs it. */
  unrun: string | undefined;
}

/**
 * Reads the options `name="value"` that stand behind the language of a fence.
 *
 * @param meta what stands there; options of other shapes are left out
 */
export function fenceOptions(meta: string): Record<string, string> {
  return Object.fromEntries(
    [...meta.matchAll(/([\w-]+)="((?:[^"\\]|\\.)*)"/g)].map(([, name = '', value = '']) => [name, value.replace(/\\(.)/g, '$1')]),
  );
}

/**
 * A block with what its fence says about labs.
 *
 * @param block a fenced block
 */
export function labelled(block: BodyCode): LabelledBlock {
  const { lab: label, unrun } = fenceOptions(block.meta);
  return { ...block, label, unrun };
}

/**
 * The commands that must have run in a lab, or say why not: those of checks and fixes, verification and undo included.
 *
 * @param code all blocks of the body
 */
export const commandsOf = (code: readonly BodyCode[]): LabelledBlock[] =>
  code
    .filter(({ language, section }) => commandLanguages.has(language) && (section?.kind === 'Check' || section?.kind === 'Fix'))
    .map(labelled);
