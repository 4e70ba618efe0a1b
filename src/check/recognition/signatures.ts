/** Checks that every signature finds its own symptom and no other. */
import { comparable, hasLiteralWord, parseSignature } from '../../model/signature.ts';
import { findSymptoms, type Hit } from '../../search/matcher/find.ts';
import { isNumeric } from '../../search/matcher/prove.ts';
import { isSame, type IndexedSymptom, type SearchedIndex, type SymptomIssue } from './checked-symptom.ts';
import { claimOf, type Claim } from './claims.ts';
import type { SearchOutcome } from './kept-searches.ts';
import { proofsIn } from './proof.ts';

/**
 * Searches for the wording of each signature of a symptom.
 *
 * @param symptom the symptom
 * @param index the index of all symptoms
 * @returns the issues, and the weaker signatures of other symptoms that match one of these wordings
 */
export async function checkSignatures(symptom: IndexedSymptom, index: SearchedIndex): Promise<SearchOutcome> {
  const issues: SymptomIssue[] = [];
  const claims: Claim[] = [];
  for (const [at, { text }] of symptom.signatures.entries()) {
    if (!hasLiteralWord(text)) continue; // the rule "signatures" has reported it
    const wording = wordingOf(text);
    const { hits } = await findSymptoms(wording, index);
    const own = hits.find((hit) => isSame(hit.symptom, symptom));
    const others = hits.filter((hit) => hit.verdict === 'match' && !isSame(hit.symptom, symptom));
    const rivals = others.filter((other) => scoreOf(other) >= scoreOf(own));
    claims.push(...others.filter((other) => !rivals.includes(other)).flatMap((other) => claimOf(other, `"${text}"`)));
    if (rivals[0]) issues.push(...tied(at, rivals[0], text));
    else if (own?.verdict !== 'match' || !proofsIn(symptom, wording)[at]?.proved) issues.push(unproven(at, text, wording));
  }
  return { issues, claims };
}

const scoreOf = (hit: Hit<IndexedSymptom> | undefined) => hit?.signature?.alignment.score ?? 0;

/** Returns the shortest line that fits a signature: a letter or a digit stands for each placeholder. */
const wordingOf = (signature: string) =>
  parseSignature(signature)
    .map((part) => ('literal' in part ? part.literal : isNumeric(part.placeholder) ? '7' : 'x'))
    .join('');

function tied(at: number, rival: Hit<IndexedSymptom>, text: string): SymptomIssue[] {
  const { signature } = rival;
  if (!signature || comparable(signature.text) === comparable(text)) return []; // the rule "signatures" has reported it
  return [
    {
      path: ['signatures', at, 'text'],
      kind: 'signature-tied',
      found: `the signature "${text}", whose wording also matches "${signature.text}" of the symptom "${rival.symptom.id}" equally well or better`,
      mend: 'keep the signature only in the symptom where it belongs, or add words to each that tell the two apart',
    },
  ];
}

const unproven = (at: number, text: string, wording: string): SymptomIssue => ({
  path: ['signatures', at, 'text'],
  kind: 'signature-unproven',
  found: `the signature "${text}", which does not match its own wording, "${wording}"`,
  mend: 'keep at least two words or one code of the message, and let each placeholder replace whole words, never a part of a word',
});
