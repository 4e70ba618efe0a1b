/** Retrieves the candidates: the symptoms that share the rarest words with a paste. */
import { memoiseByObject } from '../../memoise.ts';
import type { Term } from './relate.ts';
import type { Findable, SymptomIndex } from './symptom-index.ts';

/** A word to look up. */
export interface LookUpWord {
  text: string;
  /** Whether somebody typed the word: then it may be incomplete or misspelt, and counts even when no symptom has it. */
  typed: boolean;
}

/** A symptom that shares words with a paste. */
export interface Candidate {
  /** The key of the symptom in the index. */
  key: string;
  /** The sum of the rarities of the shared words. */
  score: number;
}

/** How many candidates are added because they tie with the last one. One common word alone may tie thousands. */
const maxTies = 16;

/**
 * Returns the first candidates, and the ones that tie with the last of them: the order among equal scores means nothing.
 *
 * @param candidates the best first
 * @param limit how many, not counting ties
 */
export function topCandidates(candidates: readonly Candidate[], limit: number): readonly Candidate[] {
  const last = candidates[limit - 1];
  return last ? candidates.slice(0, limit + maxTies).filter(({ score }) => score >= last.score - roundingError) : candidates;
}

/**
 * Looks up each word and ranks the symptoms by the rarity of the words that they share with the paste.
 *
 * @param words the words to look up
 * @param limit how many candidates, not counting ties
 * @param index the index of symptoms
 * @returns the candidates, the best first, and the words with their rarity; words that no symptom has are left out unless typed
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
    // A word that no symptom has cannot tell symptoms apart. If somebody typed it, it still lowers how much of the query is covered.
    if (keys.length === 0 && !typed) continue;
    const rarity = Math.log(1 + (index.size - keys.length + 0.5) / (keys.length + 0.5));
    terms.push({ text, rarity });
    postings.push({ keys, rarity });
  }
  return { candidates: bestCandidates(postings, limit), terms };
}

/** The keys of the symptoms that have a word, and how rare the word is. */
interface Postings {
  keys: readonly string[];
  rarity: number;
}

/** From this many keys on, it is worth checking first whether a new key can still reach the best ones. */
const longList = 200;
/** Sums of the same numbers in another order differ by less than this. */
const roundingError = 1e-9;
const setOf = memoiseByObject((keys: readonly string[]) => new Set(keys));

/**
 * Returns the keys with the highest sums of rarities. It adds the rarest words first. Once the remaining words together cannot lift a new
 * key among the best, it drops the keys that cannot get there either, and only checks which of the others are in the long lists.
 */
function bestCandidates(postings: readonly Postings[], limit: number): readonly Candidate[] {
  let scores = new Map<string, number>();
  let remaining = postings.reduce((sum, { rarity }) => sum + rarity, roundingError);
  let added = 0;
  for (const { keys, rarity } of postings.toSorted((a, b) => b.rarity - a.rarity)) {
    // No key has a higher score than all added words together, so there is nothing to drop while more than that remains.
    const threshold = keys.length > longList && remaining < added ? scoreToBeat(scores, limit) : 0;
    if (remaining < threshold) {
      const holders = setOf(keys);
      scores = new Map([...scores].filter(([, score]) => score + remaining >= threshold));
      for (const [key, score] of scores) if (holders.has(key)) scores.set(key, score + rarity);
    } else for (const key of keys) scores.set(key, (scores.get(key) ?? 0) + rarity);
    remaining -= rarity;
    added += rarity;
  }
  const candidates = [...scores].map(([key, score]): Candidate => ({ key, score }));
  return topCandidates(
    candidates.toSorted((a, b) => b.score - a.score || a.key.localeCompare(b.key)),
    limit,
  );
}

/** Returns the score of the last key that is among the best so far; 0 when there are fewer keys. */
function scoreToBeat(scores: ReadonlyMap<string, number>, limit: number): number {
  const best: number[] = []; // the lowest first
  for (const score of scores.values()) {
    if (best.length === limit && score <= (best[0] ?? 0)) continue;
    const at = best.findIndex((other) => other >= score);
    best.splice(at === -1 ? best.length : at, 0, score);
    if (best.length > limit) best.shift();
  }
  return best.length === limit ? (best[0] ?? 0) : 0;
}

/** Looks up a word. For a typed word that no symptom has, it falls back to words that begin with it or with its first 60 %. */
async function lookUpWithFallback({ text: word, typed }: LookUpWord, index: SymptomIndex<Findable>): Promise<readonly string[]> {
  const whole = await index.lookUp(word, 'whole');
  if (whole.length > 0 || !typed || word.length < 3) return whole;
  const beginnings = [word, word.slice(0, Math.ceil(word.length * 0.6))].filter(({ length }) => length >= 3);
  const found = await Promise.all(beginnings.map((beginning) => index.lookUp(beginning, 'beginning')));
  return [...new Set(found.flat())];
}
