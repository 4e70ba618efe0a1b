/** An index in memory, for the content check. It splits and stems words as Pagefind does, so that it finds what the built site finds. */
import { stem } from 'porter2';
import type { FindableSymptom, Indexed } from '../searched-symptom.ts';
import { withDecisiveWords } from '../matcher/decisive.ts';
import type { Findable, SymptomIndex } from '../matcher/symptom-index.ts';
import { searchedWords } from './record.ts';

/** Where Pagefind splits a compound word: at ASCII punctuation, in camel case, and between letters and digits. */
const joints = /[!-/:-@[-`{-~]+|(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})|(?<=\p{L})(?=\p{Nd})|(?<=\p{Nd})(?=\p{L})/u;
/** Matches a word that Pagefind splits. */
const compound = /[^\p{Alphabetic}\p{N}]|.\p{Lu}/u;

/** Returns a word as Pagefind compares it: in lower case, without accents, and without signs but for those of `includeCharacters`. */
const comparable = (word: string) =>
  word
    .normalize('NFKD')
    .replace(/[^\p{Alphabetic}\p{N}_]/gu, '')
    .toLowerCase();

/**
 * Returns the words under which Pagefind indexes a text: whole words, what follows their last dot, and their parts.
 *
 * Source: `parse_digest` and `get_discrete_words` in pagefind/src/fossick; compared with Pagefind 1.6.0 by tests.
 */
function indexedWords(text: string): string[] {
  return text.split(/\s+/).flatMap((word) => {
    const whole = comparable(word);
    if (!whole) return [];
    if (!compound.test(word)) return [whole];
    const parts = [word.slice(word.lastIndexOf('.') + 1), ...word.split(joints)].map(comparable);
    return [whole, ...parts.filter((part) => part.length > 1)];
  });
}

/** An index that also lists its symptoms. */
export interface MemoryIndex<F extends Findable> extends SymptomIndex<F> {
  /** All symptoms, in the order in which they were given. */
  symptoms: readonly F[];
}

/**
 * Returns an index of symptoms. Its keys are their positions in the list.
 *
 * @param symptoms all symptoms
 */
export function memoryIndex<F extends FindableSymptom>(symptoms: readonly F[]): MemoryIndex<Indexed<F>> {
  const indexed = withDecisiveWords(symptoms);
  const keysByStem = keysByStemOf(symptoms);
  const stems = [...keysByStem.keys()].toSorted();
  const keysOf = (some: readonly string[]) => [...new Set(some.flatMap((stem) => keysByStem.get(stem) ?? []))];
  return {
    symptoms: indexed,
    size: symptoms.length,
    lookUp: (word, how) => {
      const asked = stem(comparable(word));
      if (how === 'whole') return Promise.resolve(keysByStem.get(asked) ?? []);
      const longer = stemsBeginningWith(asked, stems);
      // As in Pagefind: when no word begins like this, the longest beginning that is a word itself.
      const longestPrefix = prefixesOf(asked)
        .filter((prefix) => keysByStem.has(prefix))
        .slice(0, 1);
      return Promise.resolve(keysOf(longer.length ? longer : longestPrefix));
    },
    symptom: (key) => {
      const symptom = indexed[Number(key)];
      return symptom ? Promise.resolve(symptom) : Promise.reject(new Error(`No symptom has the key "${key}".`));
    },
  };
}

function keysByStemOf(symptoms: readonly FindableSymptom[]): Map<string, string[]> {
  const keysByStem = new Map<string, string[]>();
  for (const [key, symptom] of symptoms.entries()) {
    const words = searchedWords(symptom).flatMap(indexedWords);
    for (const stemmed of new Set(words.map((word) => stem(word)))) {
      const keys = keysByStem.get(stemmed);
      if (keys) keys.push(String(key));
      else keysByStem.set(stemmed, [String(key)]);
    }
  }
  return keysByStem;
}

/** Returns the stems that begin with a text. `stems` must be sorted. */
function stemsBeginningWith(beginning: string, stems: readonly string[]): readonly string[] {
  let low = 0;
  let high = stems.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stems[middle] ?? '') < beginning) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (stems[end]?.startsWith(beginning)) end++;
  return stems.slice(low, end);
}

/** Returns the beginnings of a word that are shorter than the word, the longest first. */
const prefixesOf = (word: string) => Array.from({ length: Math.max(0, word.length - 1) }, (_, cut) => word.slice(0, word.length - 1 - cut));
