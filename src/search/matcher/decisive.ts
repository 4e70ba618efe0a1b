/**
 * Which words of a signature decide.
 *
 * Neighbouring messages differ in a word or two: `Insufficient cpu`, `Insufficient memory`. A paste of one would pass for the other
 * if those words were forgiven like any others.
 */
import type { FindableSymptom, Indexed } from '../searched-symptom.ts';
import { readPaste } from '../paste/index.ts';
import { align, occurrencesOf, type Occurrences } from './align.ts';
import { patternOf } from './pattern.ts';

/** A message that holds so much of a signature passes for it, if the rest is forgiven. */
const minCoverage = 0.6;

/** With at most so many other symptoms a symptom is compared. */
const maxNeighbours = 200;

/**
 * Finds for each signature the words that tell it from the messages of other symptoms, of its article first, then of those that
 * share a technology with it.
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
