/**
 * Finds the decisive words of a signature: those in which similar messages of other symptoms differ.
 *
 * `Insufficient cpu` and `Insufficient memory` differ in one word. A match may miss some words of a signature, but if it could miss this
 * one, a paste of one message would match the other.
 */
import type { FindableSymptom, Indexed } from '../searched-symptom.ts';
import { readPaste } from '../paste/index.ts';
import { align, occurrencesOf, type Occurrences } from './align.ts';
import { patternOf } from './pattern.ts';

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
  const byTechnology = Map.groupBy(
    symptoms.flatMap((symptom) => symptom.technologies.map((name) => ({ name, symptom }))),
    ({ name }) => name,
  );
  const messagesOf = new Map(symptoms.map((symptom) => [symptom.id, symptom.signatures.map(({ text }) => occurrencesOf(readPaste(text)))]));
  return symptoms.map((symptom) => {
    const related = [
      ...(byArticle.get(symptom.article.slug) ?? []),
      ...symptom.technologies.flatMap((name) => byTechnology.get(name) ?? []).map((entry) => entry.symptom),
    ];
    const neighbours = [...new Set(related)].filter(({ id }) => id !== symptom.id).slice(0, maxNeighbours);
    const messages = neighbours.flatMap(({ id }) => messagesOf.get(id) ?? []);
    return {
      ...symptom,
      signatures: symptom.signatures.map((signature) => ({ ...signature, decisive: decisiveWords(signature.text, messages) })),
    };
  });
}

function decisiveWords(signature: string, messages: readonly Occurrences[]): string[] {
  const pattern = patternOf(signature);
  const decisive = new Set<string>();
  for (const message of messages) {
    const alignment = align(pattern, message);
    if (!alignment || alignment.coverage < minCoverage || alignment.coverage === 1) continue;
    for (const [at, place] of alignment.places.entries()) if (place === -1) decisive.add(pattern.words[at]?.text ?? '');
  }
  return [...decisive];
}
