/** Signatures: literal words, with `<placeholders>` for what varies. */
import { placeholders, type PlaceholderName } from './vocabulary.ts';

/** A piece of a signature: words that stand there literally, or a value that varies. */
export type SignaturePart = { literal: string } | { placeholder: string };

const placeholderPattern = /\\<|<([a-z][a-z-]*)>/g;

/**
 * Splits a signature into its literal and its variable parts.
 *
 * @param text the signature; `\<` stands for a literal angle bracket
 * @returns the parts in order; adjoining literals are one part
 */
export function parseSignature(text: string): SignaturePart[] {
  const parts: SignaturePart[] = [];
  let literal = '';
  let end = 0;
  for (const found of text.matchAll(placeholderPattern)) {
    literal += text.slice(end, found.index);
    end = found.index + found[0].length;
    if (found[1] === undefined) {
      literal += '<';
      continue;
    }
    if (literal) parts.push({ literal });
    literal = '';
    parts.push({ placeholder: found[1] });
  }
  literal += text.slice(end);
  if (literal) parts.push({ literal });
  return parts;
}

/** Returns a signature as people read it: without the backslash before a literal angle bracket. */
export const shownSignature = (text: string): string =>
  parseSignature(text)
    .map((part) => ('literal' in part ? part.literal : `<${part.placeholder}>`))
    .join('');

/** Returns the placeholders of a signature that are not in the vocabulary. */
export function unknownPlaceholders(text: string): string[] {
  return parseSignature(text).flatMap((part) => ('placeholder' in part && !isPlaceholderName(part.placeholder) ? [part.placeholder] : []));
}

/** Whether a signature has a literal word or code, without which it would match any text. */
export function hasLiteralWord(text: string): boolean {
  return parseSignature(text).some((part) => 'literal' in part && /[\p{L}\p{N}]{2,}/u.test(part.literal));
}

const isPlaceholderName = (name: string): name is PlaceholderName => Object.hasOwn(placeholders, name);

/** Returns a form of a text that is equal for texts that differ only in case and white space. */
export const comparable = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ').trim();
