/** Compares the signatures of a symptom with a paste, one by one. */
import { align, occurrencesOf } from '../../search/matcher/align.ts';
import { patternOf } from '../../search/matcher/pattern.ts';
import { proves } from '../../search/matcher/prove.ts';
import { readPaste } from '../../search/paste/index.ts';
import type { IndexedSymptom } from './checked-symptom.ts';

/** How well a signature fits a paste. */
export interface Proof {
  text: string;
  proved: boolean;
  /** The part of the signature's weight that was found in the paste, 0 to 1. */
  share: number;
  /** The words of the signature that were not found. */
  missing: readonly string[];
}

/**
 * Compares each signature of a symptom with a paste.
 *
 * @param symptom the symptom
 * @param text the paste
 * @returns one proof for each signature, in their order
 */
export function proofsIn({ signatures }: IndexedSymptom, text: string): Proof[] {
  const paste = readPaste(text);
  const occurrences = occurrencesOf(paste);
  return signatures.map((signature) => {
    const pattern = patternOf(signature.text);
    const alignment = align(pattern, occurrences);
    return {
      text: signature.text,
      proved: alignment !== undefined && proves(pattern, alignment, signature.decisive, paste),
      share: alignment ? alignment.score / pattern.weight : 0,
      missing: pattern.words.flatMap(({ text }, at) => ((alignment?.places[at] ?? -1) === -1 ? [text] : [])),
    };
  });
}
