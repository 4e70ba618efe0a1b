/** Finds the symptoms that a paste shows, and says how sure that is. */
import type { IndexedSymptom } from '../searched-symptom.ts';
import { readPaste, type Paste } from '../paste/index.ts';
import { occurrencesOf, type Occurrences } from './align.ts';
import { isContained } from './contained.ts';
import { recognise, type Recognised } from './recognise.ts';
import { phraseSimilarity, relation, wordsOfSymptom, type Term } from './relate.ts';
import { retrieve, topCandidates, type Candidate, type LookUpWord } from './retrieve.ts';
import type { Findable, SymptomIndex } from './symptom-index.ts';
import { nonLatinTermsOf, termsOf } from './terms.ts';

/** What a search claims: this is your fault; this may be near it; nothing. */
export type Verdict = 'match' | 'related' | 'none';

/** A symptom that was found. */
export interface Hit<F extends Findable = IndexedSymptom> {
  symptom: F;
  verdict: Exclude<Verdict, 'none'>;
  score: number;
  /** The signature that stands in the paste, when one does. */
  signature: Recognised | undefined;
}

/** The answer to a paste: the best first. */
export interface Answer<F extends Findable = IndexedSymptom> {
  verdict: Verdict;
  hits: readonly Hit<F>[];
  paste: Paste;
}

/** Bounds, calibrated on the cases in `content/search-cases`. */
const bounds = {
  /** Share of what the query says that a symptom must cover to be related at all. */
  relation: 0.22,
  /** Words looked up at most. */
  terms: 24,
  /** Symptoms read closely: so many first, each costs a download; when none of them matches, up to the second number. */
  readFirst: 10,
  candidates: 16,
  /** A paste of at most so many telling words is a query: half-typed and misspelt words count. */
  queryTerms: 6,
  queryCandidates: 40,
  /** Findings shown at most. */
  hits: 5,
};

/**
 * Answers a paste.
 *
 * @param text whatever was pasted: one word or a long log
 * @param index the index of symptoms
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

/** Chooses the words to look up, and says whether the paste is so short that somebody may have typed it. */
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

/** Holds a symptom's signatures against the paste, and its words against what was asked. */
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

/** A match inside another symptom's longer one is only related. */
function demoteContained<F extends Findable>(hit: Hit<F>, all: readonly Hit<F>[]): Hit<F> {
  const { symptom, signature, score } = hit;
  if (!signature) return hit;
  const { alignment } = signature;
  if (!all.some((other) => other.symptom !== symptom && other.signature && isContained(alignment, other.signature.alignment))) return hit;
  return { symptom, verdict: 'related', score: score - signature.evidence, signature: undefined };
}
