/** Which symptoms share words with a paste. */
import { remembered } from '../../remembered.ts';
import type { Findable, SymptomIndex } from './find.ts';
import type { Term } from './relate.ts';

/** A word to look up; one of a query, which somebody typed, may be half a word or misspelt, and counts even when nothing holds it. */
export interface AskedWord {
  text: string;
  typed: boolean;
}

/** A symptom that shares words with a paste, and how much they say. */
export interface Candidate {
  key: string;
  score: number;
}

/** At most so many are added because they are as good as the last one; a single common word makes thousands equal. */
const mostEqual = 16;

/**
 * The first candidates, with those that are as good as the last of them: which of two equal ones comes first says nothing.
 *
 * @param candidates the best first
 * @param most how many, but for equal ones
 */
export function leading(candidates: readonly Candidate[], most: number): readonly Candidate[] {
  const last = candidates[most - 1];
  return last ? candidates.slice(0, most + mostEqual).filter(({ score }) => score >= last.score - rounding) : candidates;
}

/**
 * Looks every word up by itself and adds up how rare the shared ones are.
 *
 * @param asked the words
 * @param most how many symptoms, but for equal ones
 * @param index the index of symptoms
 * @returns the symptoms that share most, the best first, and the words that say something
 */
export async function retrieve(
  asked: readonly AskedWord[],
  most: number,
  index: SymptomIndex<Findable>,
): Promise<{ candidates: readonly Candidate[]; terms: Term[] }> {
  const terms: Term[] = [];
  const shared: SharedWord[] = [];
  const found = await Promise.all(asked.map((word) => lookUpForgiving(word, index)));
  for (const [at, { text, typed }] of asked.entries()) {
    const keys = found[at] ?? [];
    // A word that no symptom knows says nothing about which one it is, unless somebody typed it.
    if (keys.length === 0 && !typed) continue;
    const rarity = Math.log(1 + (index.size - keys.length + 0.5) / (keys.length + 0.5));
    terms.push({ text, rarity });
    shared.push({ keys, rarity });
  }
  return { candidates: bestKeys(shared, most), terms };
}

/** The symptoms that hold a word, and how rare it is. */
interface SharedWord {
  keys: readonly string[];
  rarity: number;
}

/** From so many keys on it pays to see first whether they can matter. */
const manyKeys = 200;
/** Sums of the same numbers differ by less, in whatever order. */
const rounding = 1e-9;
const setOf = remembered((keys: readonly string[]) => new Set(keys));

/**
 * The keys with the greatest sums. The rarest words come first: once the others together cannot lift a new key among the best, the
 * long lists of common words are only asked about the keys that are left, not read.
 */
function bestKeys(shared: readonly SharedWord[], most: number): readonly Candidate[] {
  let scores = new Map<string, number>();
  let left = shared.reduce((sum, { rarity }) => sum + rarity, rounding);
  let reached = 0;
  for (const { keys, rarity } of shared.toSorted((a, b) => b.rarity - a.rarity)) {
    // No key has more than all words together that were added, so as long as more is left, there is nothing to leave out.
    const needed = keys.length > manyKeys && left < reached ? lowestOfBest(scores, most) : 0;
    if (left < needed) {
      const holders = setOf(keys);
      scores = new Map([...scores].filter(([, score]) => score + left >= needed));
      for (const [key, score] of scores) if (holders.has(key)) scores.set(key, score + rarity);
    } else for (const key of keys) scores.set(key, (scores.get(key) ?? 0) + rarity);
    left -= rarity;
    reached += rarity;
  }
  const candidates = [...scores].map(([key, score]): Candidate => ({ key, score }));
  return leading(
    candidates.toSorted((a, b) => b.score - a.score || a.key.localeCompare(b.key)),
    most,
  );
}

/** What a key must reach to be among the best, as far as is known. */
function lowestOfBest(scores: ReadonlyMap<string, number>, most: number): number {
  const best: number[] = []; // the lowest first
  for (const score of scores.values()) {
    if (best.length === most && score <= (best[0] ?? 0)) continue;
    const at = best.findIndex((other) => other >= score);
    best.splice(at === -1 ? best.length : at, 0, score);
    if (best.length > most) best.shift();
  }
  return best.length === most ? (best[0] ?? 0) : 0;
}

/** A typed word that nothing holds is looked up by its beginning. */
async function lookUpForgiving({ text: word, typed }: AskedWord, index: SymptomIndex<Findable>): Promise<readonly string[]> {
  const whole = await index.lookUp(word, 'whole');
  if (whole.length > 0 || !typed || word.length < 3) return whole;
  const beginnings = [word, word.slice(0, Math.ceil(word.length * 0.6))].filter(({ length }) => length >= 3);
  const found = await Promise.all(beginnings.map((beginning) => index.lookUp(beginning, 'beginning')));
  return [...new Set(found.flat())];
}
