/** Checks that every sample finds its own symptom first, and that no near miss matches it. */
import { findSymptoms, type Hit } from '../../search/matcher/find.ts';
import { isSame, type IndexedSymptom, type SearchedIndex, type SymptomIssue } from './checked-symptom.ts';
import { claimOf, type Claim } from './claims.ts';
import type { SearchOutcome } from './kept-searches.ts';
import { proofsIn } from './proof.ts';

/**
 * Searches for a symptom's samples and near misses.
 *
 * @param symptom the symptom
 * @param index the index of all symptoms
 * @returns the issues, and the signatures of other articles that match a sample
 */
export async function checkSamples(symptom: IndexedSymptom, index: SearchedIndex): Promise<SearchOutcome> {
  const issues: SymptomIssue[] = [];
  const claims: Claim[] = [];
  const proved = new Set<string>();
  for (const { at, text } of symptom.samples) {
    const { hits } = await findSymptoms(text, index);
    for (const proof of proofsIn(symptom, text)) if (proof.proved) proved.add(proof.text);
    claims.push(...hits.filter((hit) => hit.symptom.source !== symptom.source).flatMap((hit) => claimOf(hit, 'a sample')));
    issues.push(...sampleIssues(symptom, at, text, hits[0]));
  }
  for (const [at, text] of symptom.nearMisses.entries()) {
    const { hits } = await findSymptoms(text, index);
    issues.push(...nearMissIssues(symptom, at, hits));
  }
  return { issues: [...issues, ...withoutSample(symptom, proved)], claims };
}

function sampleIssues(symptom: IndexedSymptom, at: number, text: string, first: Hit<IndexedSymptom> | undefined): SymptomIssue[] {
  if (symptom.signatures.length + symptom.phrases.length === 0) return []; // the schema has reported it
  const isOwn = first !== undefined && isSame(first.symptom, symptom);
  if (isOwn && (first.verdict === 'match' || symptom.signatures.length === 0)) return [];
  const issue = isOwn || !first ? unproved(symptom, text, isOwn) : outdone(symptom, text, first);
  return [{ path: ['samples', at], kind: 'sample-not-found', ...issue }];
}

/** Returns the words for a sample that finds its own symptom only as related, or finds nothing. */
function unproved(symptom: IndexedSymptom, text: string, isRelated: boolean): { found: string; mend: string } {
  const what = isRelated ? 'a sample that finds its symptom only as related' : 'a sample that finds nothing';
  if (symptom.signatures.length === 0) return { found: what, mend: 'give the symptom a phrase in these words, or correct the sample' };
  return {
    found: `${what}${nearest(symptom, text)}`,
    mend: 'add the wording of the sample as a signature, with "seenOn" or "source", or shorten the signature to what every version prints',
  };
}

/** Returns the words for a sample that finds another symptom first. */
function outdone(symptom: IndexedSymptom, text: string, first: Hit<IndexedSymptom>): { found: string; mend: string } {
  const { signature } = first;
  const winner = `a sample that finds "${first.symptom.id}" first`;
  if (!signature)
    return {
      found: `${winner}, as related${nearest(symptom, text)}`,
      mend: symptom.signatures.length
        ? 'add the wording of the sample as a signature, with "seenOn" or "source"'
        : 'give the symptom a phrase in the words of the sample, or move the sample to the symptom that it shows',
    };
  const found = `${winner}, by its signature "${signature.text}"${nearest(symptom, text)}`;
  const mend =
    'add the longer wording of the sample to this symptom, narrow that signature, or move the sample to the symptom that it shows';
  const { source } = first.symptom;
  if (source === symptom.source) return { found, mend };
  return {
    found: `${found}; that symptom is in the article "${source.slug}"`,
    mend: `${mend}; lookAlikes and related change nothing here: they only end the warning "signature-too-wide"`,
  };
}

/** Names the signature that comes nearest to matching a paste, with its words that the paste lacks. */
function nearest(symptom: IndexedSymptom, text: string): string {
  const [best] = proofsIn(symptom, text).toSorted((a, b) => b.share - a.share);
  if (!best || best.proved) return '';
  const lacking = best.missing.length ? `, but the sample lacks ${best.missing.map((word) => `"${word}"`).join(', ')}` : '';
  return `; its nearest signature is "${best.text}"${lacking}`;
}

function nearMissIssues(symptom: IndexedSymptom, at: number, hits: readonly Hit<IndexedSymptom>[]): SymptomIssue[] {
  const claim = hits.find((hit) => hit.verdict === 'match' && isSame(hit.symptom, symptom));
  if (!claim?.signature) return [];
  return [
    {
      path: ['nearMisses', at, 'text'],
      kind: 'near-miss-matched',
      found: `a near miss that the signature "${claim.signature.text}" matches`,
      mend: 'add words to the signature that this paste does not have; if the paste does show the symptom, make it a sample',
    },
  ];
}

function withoutSample(symptom: IndexedSymptom, proved: ReadonlySet<string>): SymptomIssue[] {
  return symptom.signatures.flatMap(({ text }, at) =>
    !text || proved.has(text)
      ? []
      : [
          {
            path: ['signatures', at, 'text'],
            kind: 'signature-without-sample',
            found: `the signature "${text}", which no sample of its symptom contains`,
            mend: 'add a sample with this wording: the text that a person would paste',
          },
        ],
  );
}
