/** Which symptoms share words with a paste. */
import { memoiseByObject } from '../../memoise.ts';
import type { Term } from './relate.ts';
import type { Findable, SymptomIndex } from './symptom-index.ts';

/** A word to look up; one of a query, which somebody typed, may be half a word or misspelt, and counts even when nothing holds it. */
export interface LookUpWord {
  text: string;
  typed: boolean;
}

/** A symptom that shares words with a paste, and how much they say. */
export interface Candidate {
  key: string;
  score: number;
}

/** At most so many are added because they are as good as the last one; a single common word makes thousands equal. */
const maxTies = 16;

/**
 * The first candidates, with those that are as good as the last of them: which of two equal ones comes first says nothing.
 *
 * @param candidates the best first
 * @param limit how many, but for equal ones
 */
export function topCandidates(candidates: readonly Candidate[], limit: number): readonly Candidate[] {
  const last = candidates[limit - 1];
  return last ? candidates.slice(0, limit + maxTies).filter(({ score }) => score >= last.score - roundingError) : candidates;
}

/**
 * Looks every word up by itself and adds up how rare the shared ones are.
 *
 * @param words the words
 * @param limit how many symptoms, but for equal ones
 * @param index the index of symptoms
 * @returns the symptoms that share most, the best first, and the words that say something
 */
export async function retrieve(
  words: readonly LookUpWord[],
  limit: number,
  index: SymptomIndex<Findable>,
): Promise<{ candidates: readonly Candidate[]; terms: Term[] }> {
  const terms: Term[] = [];
  const postings: Postings[] = [];
  const found = await Promise.all(words.map((word) => lookUpWithFallback(word, index)));
  for (const [at, { text, typed }] of words.entries()) {
    const keys = found[at] ?? [];
    // A word that no symptom knows says nothing about which one it is, unless somebody typed it.
    if (keys.length === 0 && !typed) continue;
    const rarity = Math.log(1 + (index.size - keys.length + 0.5) / (keys.length + 0.5));
    terms.push({ text, rarity });
    postings.push({ keys, rarity });
  }
  return { candidates: bestCandidates(postings, limit), terms };
}

/** The symptoms that hold a word, and how rare it is. */
interface Postings {
  keys: readonly string[];
  rarity: number;
}

/** From so many keys on it pays to see first whether they can matter. */
const longList = 200;
/** Sums of the same numbers differ by less, in whatever order. */
const roundingError = 1e-9;
const setOf = memoiseByObject((keys: readonly string[]) => new Set(keys));

/**
 * The keys with the greatest sums. The rarest words come first: once the others together cannot lift a new key among the best, the
 * long lists of common words are only asked about the keys that are left, not read.
 */
function bestCandidates(postings: readonly Postings[], limit: number): readonly Candidate[] {
  let scores = new Map<string, number>();
  let remaining = postings.reduce((sum, { rarity }) => sum + rarity, roundingError);
  for (const { keys, rarity } of postings.toSorted((a, b) => b.rarity - a.rarity)) {
    const threshold = keys.length > longList ? scoreToBeat(scores, limit) : 0;
    if (remaining < threshold) {
      const holders = setOf(keys);
      scores = new Map([...scores].filter(([, score]) => score + remaining >= threshold));
      for (const [key, score] of scores) if (holders.has(key)) scores.set(key, score + rarity);
    } else for (const key of keys) scores.set(key, (scores.get(key) ?? 0) + rarity);
    remaining -= rarity;
  }
  const candidates = [...scores].map(([key, score]): Candidate => ({ key, score }));
  return topCandidates(
    candidates.toSorted((a, b) => b.score - a.score || a.key.localeCompare(b.key)),
    limit,
  );
}

/** What a key must reach to be among the best, as far as is known. */
const scoreToBeat = (scores: ReadonlyMap<string, number>, limit: number) => [...scores.values()].toSorted((a, b) => b - a)[limit - 1] ?? 0;

/** A typed word that nothing holds is looked up by its beginning. */
async function lookUpWithFallback({ text: word, typed }: LookUpWord, index: SymptomIndex<Findable>): Promise<readonly string[]> {
  const whole = await index.lookUp(word, 'whole');
  if (whole.length > 0 || !typed || word.length < 3) return whole;
  const beginnings = [word, word.slice(0, Math.ceil(word.length * 0.6))].filter(({ length }) => length >= 3);
  const found = await Promise.all(beginnings.map((beginning) => index.lookUp(beginning, 'beginning')));
  return [...new Set(found.flat())];
}
