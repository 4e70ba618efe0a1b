/** Finds the symptoms that a paste shows, and says how certain each is. */
import type { IndexedSymptom } from '../searched-symptom.ts';
import { readPaste, type Paste } from '../paste/index.ts';
import { occurrencesOf, type Occurrences } from './align.ts';
import { isContained } from './contained.ts';
import { recognise, type Recognised } from './recognise.ts';
import { phraseSimilarity, relation, wordsOfSymptom, type Term } from './relate.ts';
import { retrieve, topCandidates, type Candidate, type LookUpWord } from './retrieve.ts';
import type { Findable, SymptomIndex } from './symptom-index.ts';
import { nonLatinTermsOf, termsOf } from './terms.ts';

/** What a search claims: the paste contains the message of a symptom (`match`), it shares words with symptoms (`related`), or nothing. */
export type Verdict = 'match' | 'related' | 'none';

/** A symptom that was found. */
export interface Hit<F extends Findable = IndexedSymptom> {
  symptom: F;
  verdict: Exclude<Verdict, 'none'>;
  /** For `related` at most 1; for `match` higher by the evidence of its signatures. Only for ranking among hits of one verdict. */
  score: number;
  /** The signature that the paste contains; only for `match`. */
  signature: Recognised | undefined;
}

/** The answer to a paste. Its verdict is that of the first hit. */
export interface Answer<F extends Findable = IndexedSymptom> {
  verdict: Verdict;
  /** Matches first, then by score. */
  hits: readonly Hit<F>[];
  paste: Paste;
}

/** Bounds, calibrated on the cases in `content/search-cases`. */
const bounds = {
  /** The lowest score of a hit that is not a match. */
  relation: 0.22,
  /** How many words are looked up at most. */
  terms: 24,
  /** How many candidates are loaded and compared first. Each may cost a download. */
  readFirst: 10,
  /** How many candidates are compared when none of the first ones matches. */
  candidates: 16,
  /** A paste of at most this many words to look up counts as typed: its words may be incomplete or misspelt. */
  queryTerms: 6,
  /** How many candidates are compared for a typed query. */
  queryCandidates: 40,
  /** How many hits are shown at most. */
  hits: 5,
};

/**
 * Finds the symptoms that a paste shows: looks up its words, compares the best candidates with it, and ranks them.
 *
 * @param text what was pasted: from one typed word to a long log
 * @param index the index of symptoms
 * @throws what the index throws when it cannot be read
 */
export async function findSymptoms<F extends Findable>(text: string, index: SymptomIndex<F>): Promise<Answer<F>> {
  const paste = readPaste(text);
  const { words, isQuery } = lookUpWordsOf(paste, index.widespread);
  const { candidates, terms } = await retrieve(words, isQuery ? bounds.queryCandidates : bounds.candidates, index);
  const occurrences = occurrencesOf(paste);
  const judgeAll = async (those: readonly Candidate[]) => {
    const symptoms = await Promise.all(those.map(({ key }) => index.symptom(key)));
    return symptoms.map((symptom) => judge(symptom, terms, isQuery, paste, occurrences));
  };
  const first = isQuery ? candidates : topCandidates(candidates, bounds.readFirst);
  const judged = await judgeAll(first);
  if (!judged.some(({ verdict }) => verdict === 'match')) judged.push(...(await judgeAll(candidates.slice(first.length))));
  const hits = hitsAmong(judged);
  return { verdict: hits[0]?.verdict ?? 'none', hits, paste };
}

/** Returns the words to look up, and whether the paste is so short that it counts as a typed query. */
function lookUpWordsOf(paste: Paste, widespread: ReadonlySet<string> | undefined): { words: LookUpWord[]; isQuery: boolean } {
  const terms = termsOf(paste, bounds.terms, widespread);
  const isQuery = terms.length <= bounds.queryTerms;
  return {
    isQuery,
    words: [
      ...terms.map((text) => ({ text, typed: isQuery && !widespread?.has(text) })),
      ...nonLatinTermsOf(paste, bounds.terms - terms.length).map((text) => ({ text, typed: false })),
    ],
  };
}

/** Returns the hits that are shown, the best first. */
const hitsAmong = <F extends Findable>(judged: readonly Hit<F>[]): Hit<F>[] =>
  judged
    .map((hit) => demoteContained(hit, judged))
    .filter(({ verdict, score }) => verdict === 'match' || score >= bounds.relation)
    .toSorted(byVerdictAndScore)
    .slice(0, bounds.hits);

const byVerdictAndScore = (a: Hit<Findable>, b: Hit<Findable>) =>
  Number(b.verdict === 'match') - Number(a.verdict === 'match') ||
  b.score - a.score ||
  a.symptom.order - b.symptom.order ||
  a.symptom.id.localeCompare(b.symptom.id);

/** Compares a symptom with the paste: its signatures with the words in their order, its other words with the terms. */
function judge<F extends Findable>(symptom: F, terms: readonly Term[], isQuery: boolean, paste: Paste, occurrences: Occurrences): Hit<F> {
  const near = Math.max(
    relation(terms, wordsOfSymptom(symptom), isQuery),
    phraseSimilarity(symptom.phrases, (word) => terms.find(({ text }) => text === word)?.rarity),
  );
  const signature = recognise(symptom.signatures, paste, occurrences);
  return signature
    ? { symptom, verdict: 'match', score: signature.evidence + near, signature }
    : { symptom, verdict: 'related', score: near, signature };
}

/** Turns a match into a related hit when it is part of the longer match of another symptom. */
function demoteContained<F extends Findable>(hit: Hit<F>, all: readonly Hit<F>[]): Hit<F> {
  const { symptom, signature, score } = hit;
  if (!signature) return hit;
  const { alignment } = signature;
  if (!all.some((other) => other.symptom !== symptom && other.signature && isContained(alignment, other.signature.alignment))) return hit;
  return { symptom, verdict: 'related', score: score - signature.evidence, signature: undefined };
}
