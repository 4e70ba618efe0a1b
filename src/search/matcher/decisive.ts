/**
 * Finds the decisive words of a signature: those in which similar messages of other symptoms differ.
 *
 * `Insufficient cpu` and `Insufficient memory` differ in one word. A match may miss some words of a signature, but if it could miss this
 * one, a paste of one message would match the other.
 */
import type { FindableSymptom, Indexed } from '../searched-symptom.ts';
import { readPaste } from '../paste/index.ts';
import { align, occurrencesOf, type Occurrences } from './align.ts';
import { patternOf, type Pattern } from './pattern.ts';

/** A message is similar to a signature when it covers at least this share of its weight, but not all. */
const minCoverage = 0.6;

/** A symptom is compared with at most this many others, to bound the time. */
const maxNeighbours = 200;

/**
 * Returns the symptoms with the decisive words of each signature. A symptom is compared with the others of its article first, then with
 * those that share a technology with it.
 *
 * @param symptoms all symptoms
 */
export function withDecisiveWords<F extends FindableSymptom>(symptoms: readonly F[]): Indexed<F>[] {
  const byArticle = Map.groupBy(symptoms, ({ article }) => article.slug);
  const byTechnology = new Map<string, F[]>();
  for (const symptom of symptoms)
    for (const name of symptom.technologies)
      byTechnology
        .set(name, byTechnology.get(name) ?? [])
        .get(name)
        ?.push(symptom);
  const messagesOf = new Map(symptoms.map((symptom) => [symptom.id, symptom.signatures.map(({ text }) => occurrencesOf(readPaste(text)))]));
  return symptoms.map((symptom) => {
    const related = [byArticle.get(symptom.article.slug), ...symptom.technologies.map((name) => byTechnology.get(name))];
    const messages = neighboursOf(symptom, related).flatMap(({ id }) => messagesOf.get(id) ?? []);
    return {
      ...symptom,
      signatures: symptom.signatures.map((signature) => ({ ...signature, decisive: decisiveWords(signature.text, messages) })),
    };
  });
}

/** The first other symptoms of several lists, each once. */
function neighboursOf<F extends FindableSymptom>({ id }: F, lists: readonly (readonly F[] | undefined)[]): F[] {
  const neighbours = new Set<F>();
  for (const list of lists)
    for (const other of list ?? []) {
      if (other.id !== id) neighbours.add(other);
      if (neighbours.size === maxNeighbours) return [...neighbours];
    }
  return [...neighbours];
}

/** Sums of the same numbers in another order differ by less than this. */
const roundingError = 1e-9;

/** The weight of the words of a signature that a message has, in whatever order: no alignment can find more. */
function weightIn({ words }: Pattern, { of: places }: Occurrences): number {
  let weight = 0;
  for (const word of words) if (places.has(word.text)) weight += word.weight;
  return weight;
}

function decisiveWords(signature: string, messages: readonly Occurrences[]): string[] {
  const pattern = patternOf(signature);
  const decisive = new Set<string>();
  for (const message of messages) {
    if (weightIn(pattern, message) < (minCoverage - roundingError) * pattern.weight) continue;
    const alignment = align(pattern, message);
    if (!alignment || alignment.coverage < minCoverage || alignment.coverage === 1) continue;
    for (const [at, place] of alignment.places.entries()) if (place === -1) decisive.add(pattern.words[at]?.text ?? '');
  }
  return [...decisive];
}
