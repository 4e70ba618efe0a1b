/** The index of all signatures and phrases, as in a book. */
import type { Symptom } from '../model/article.ts';
import type { SymptomInArticle } from './index.ts';

/** A wording and the symptom that it belongs to. */
export interface IndexEntry {
  text: string;
  /** Whether software prints it, or people say it. */
  literal: boolean;
  symptom: Symptom;
}

/** The entries under one letter; signs and digits are under "#". */
export interface IndexLetter {
  letter: string;
  anchor: string;
  entries: IndexEntry[];
}

/**
 * Returns every wording under its first letter. Punctuation and placeholders before that letter are ignored.
 *
 * @param symptoms all symptoms
 */
export function signatureIndex(symptoms: readonly SymptomInArticle[]): IndexLetter[] {
  const entries = symptoms.flatMap(({ symptom }) => [
    ...symptom.signatures.map(({ text }): IndexEntry => ({ text: text.replaceAll('\\<', '<'), literal: true, symptom })),
    ...symptom.phrases.map((text): IndexEntry => ({ text, literal: false, symptom })),
  ]);
  const byLetter = Map.groupBy(entries, ({ text }) => letterOf(text));
  return [...byLetter]
    .toSorted(([a], [b]) => a.localeCompare(b, 'en'))
    .map(([letter, found]) => ({
      letter,
      anchor: letter === '#' ? 'signs' : `letter-${letter.toLowerCase()}`,
      entries: found.toSorted((a, b) => sortKey(a.text).localeCompare(sortKey(b.text), 'en')),
    }));
}

const sortKey = (text: string) => text.replace(/^(<[a-z-]+>|[^\p{L}\p{N}])+/u, '');
const letterOf = (text: string) => /^[A-Za-z]/.exec(sortKey(text))?.[0].toUpperCase() ?? '#';
