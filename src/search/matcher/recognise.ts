/** By which of its signatures a symptom stands in a paste, and how much that weighs. */
import type { FindableSymptom, Indexed } from '../searched-symptom.ts';
import type { Paste } from '../paste/index.ts';
import { memoiseByObject } from '../../memoise.ts';
import { align, type Alignment, type Occurrences } from './align.ts';
import { patternOf, type Pattern } from './pattern.ts';
import { proves } from './prove.ts';

type Signature = Indexed<FindableSymptom>['signatures'][number];

/** A signature that a paste proves. */
export interface Recognised {
  text: string;
  pattern: Pattern;
  alignment: Alignment;
  /** Its score, with a share of what other messages of the same symptom say beside it. */
  evidence: number;
}

/** What a further message of a symptom adds, of its own score: two tell more than one, but a log repeats itself. */
const furtherShare = 0.5;

const patternOfSignature = memoiseByObject(({ text }: Signature) => patternOf(text));

/**
 * Finds the signature that stands best in a paste; nothing when none is proved.
 *
 * @param signatures of one symptom
 * @param paste the paste
 * @param occurrences the index of its words
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

/** The best counts whole; of the others, each that shares no word of the paste with those before it. */
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
