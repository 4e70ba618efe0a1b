/**
 * Which words of a signature decide.
 *
 * Neighbouring messages differ in a word or two: `Insufficient cpu`, `Insufficient memory`. A paste of one would pass for the other
 * if those words were forgiven like any others.
 */
import type { FindableSymptom, Indexed } from '../searched-symptom.ts';
import { readPaste } from '../paste/index.ts';
import { align, occurrencesOf, type Occurrences } from './align.ts';
import { patternOf, type Pattern } from './pattern.ts';

/** A message that holds so much of a signature passes for it, if the rest is forgiven. */
const alike = 0.6;

/** With at most so many other symptoms a symptom is compared. */
const mostNeighbours = 200;

/**
 * Finds for each signature the words that tell it from the messages of other symptoms, of its article first, then of those that
 * share a technology with it.
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
    const near = [byArticle.get(symptom.article.slug), ...symptom.technologies.map((name) => byTechnology.get(name))];
    const messages = neighboursOf(symptom, near).flatMap(({ id }) => messagesOf.get(id) ?? []);
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
      if (neighbours.size === mostNeighbours) return [...neighbours];
    }
  return [...neighbours];
}

/** Sums of the same numbers differ by less, in whatever order. */
const rounding = 1e-9;

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
    if (weightIn(pattern, message) < (alike - rounding) * pattern.weight) continue;
    const alignment = align(pattern, message);
    if (!alignment || alignment.coverage < alike || alignment.coverage === 1) continue;
    for (const [at, place] of alignment.places.entries()) if (place === -1) decisive.add(pattern.words[at]?.text ?? '');
  }
  return [...decisive];
}
