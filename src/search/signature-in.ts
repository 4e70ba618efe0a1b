import { align, occurrencesOf } from './matcher/align.ts';
import { patternOf } from './matcher/pattern.ts';
import { proves } from './matcher/prove.ts';
import { readPaste } from './paste/index.ts';

/**
 * Returns the first of some signatures that a text contains, by the rules of the search: words in order, placeholders filled in.
 * Every word of the signature counts as decisive, so a text that only resembles it does not contain it.
 *
 * @param text what a program printed
 * @param signatures the wordings of a symptom
 * @returns undefined when the text contains none of them
 */
export function signatureIn(text: string, signatures: readonly string[]): string | undefined {
  const paste = readPaste(text);
  const occurrences = occurrencesOf(paste);
  return signatures.find((signature) => {
    const pattern = patternOf(signature);
    const alignment = align(pattern, occurrences);
    const decisive = pattern.words.map((word) => word.text);
    return alignment !== undefined && proves(pattern, alignment, decisive, paste);
  });
}
