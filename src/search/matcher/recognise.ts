/** Finds the signatures of a symptom that a paste contains, and how strong that evidence is. */
import type { FindableSymptom, Indexed } from '../searched-symptom.ts';
import type { Paste } from '../paste/index.ts';
import { memoiseByObject } from '../../memoise.ts';
import { align, type Alignment, type Occurrences } from './align.ts';
import { patternOf, type Pattern } from './pattern.ts';
import { proves } from './prove.ts';

type Signature = Indexed<FindableSymptom>['signatures'][number];

/** A signature that a paste contains. */
export interface Recognised {
  /** The text of the signature. */
  text: string;
  pattern: Pattern;
  alignment: Alignment;
  /** The score of its alignment, plus a share of the scores of further signatures of the same symptom. */
  evidence: number;
}

/** The share of its score that each further signature adds. Two messages are stronger evidence than one, but logs repeat themselves. */
const furtherShare = 0.5;

const patternOfSignature = memoiseByObject(({ text }: Signature) => patternOf(text));

/**
 * Returns the signature with the highest score, or `undefined` when the paste contains none.
 *
 * @param signatures the signatures of one symptom
 * @param paste the paste
 * @param occurrences where each word occurs in the paste
 */
export function recognise(signatures: readonly Signature[], paste: Paste, occurrences: Occurrences): Recognised | undefined {
  const proved = signatures
    .flatMap((signature) => {
      const pattern = patternOfSignature(signature);
      const alignment = align(pattern, occurrences);
      if (!alignment || !proves(pattern, alignment, signature.decisive, paste)) return [];
      return [{ text: signature.text, pattern, alignment }];
    })
    .toSorted((a, b) => b.alignment.score - a.alignment.score);
  const [best] = proved;
  return best && { ...best, evidence: evidenceOf(proved.map(({ alignment }) => alignment)) };
}

/** Returns the score of the first alignment plus a share of each further one that shares no word of the paste with those counted. */
function evidenceOf(alignments: readonly Alignment[]): number {
  const taken = new Set<number>();
  let evidence = 0;
  for (const { places, score } of alignments) {
    const own = places.filter((place) => place !== -1);
    if (own.some((place) => taken.has(place))) continue;
    evidence += taken.size ? score * furtherShare : score;
    for (const place of own) taken.add(place);
  }
  return evidence;
}
