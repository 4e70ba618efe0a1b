/** Which symptoms share words with a paste. */
import type { Findable, FaultIndex } from './find.ts';
import type { Term } from './relate.ts';

/** A word to look up; one of a query, which somebody typed, may be half a word or misspelt, and counts even when nothing holds it. */
export interface AskedWord {
  text: string;
  typed: boolean;
}

/**
 * Looks every word up by itself and adds up how rare the shared ones are.
 *
 * @param asked the words
 * @param most how many symptoms at most
 * @param index the index of symptoms
 * @returns the keys of the symptoms that share most, and the words that say something
 */
export async function retrieve(
  asked: readonly AskedWord[],
  most: number,
  index: FaultIndex<Findable>,
): Promise<{ candidates: string[]; terms: Term[] }> {
  const scores = new Map<string, number>();
  const terms: Term[] = [];
  const found = await Promise.all(asked.map((word) => lookUpForgiving(word, index)));
  for (const [at, { text, typed }] of asked.entries()) {
    const keys = found[at] ?? [];
    // A word that no symptom knows says nothing about which one it is, unless somebody typed it.
    if (keys.length === 0 && !typed) continue;
    const rarity = Math.log(1 + (index.size - keys.length + 0.5) / (keys.length + 0.5));
    terms.push({ text, rarity });
    for (const key of keys) scores.set(key, (scores.get(key) ?? 0) + rarity);
  }
  const best = [...scores].toSorted(([a, scoreA], [b, scoreB]) => scoreB - scoreA || a.localeCompare(b));
  return { candidates: best.slice(0, most).map(([key]) => key), terms };
}

/** A typed word that nothing holds is looked up by its beginning. */
async function lookUpForgiving({ text: word, typed }: AskedWord, index: FaultIndex<Findable>): Promise<readonly string[]> {
  const whole = await index.lookUp(word, 'whole');
  if (whole.length > 0 || !typed || word.length < 3) return whole;
  const beginnings = [word, word.slice(0, Math.ceil(word.length * 0.6))].filter(({ length }) => length >= 3);
  const found = await Promise.all(beginnings.map((beginning) => index.lookUp(beginning, 'beginning')));
  return [...new Set(found.flat())];
}
