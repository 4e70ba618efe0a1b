/** Decides whether an alignment proves that the paste contains the message. */
import type { Paste } from '../paste/index.ts';
import type { Alignment } from './align.ts';
import { isStopWord, type Pattern } from './pattern.ts';

/** Bounds, calibrated on the cases in `content/search-cases`. */
const bounds = {
  /** The lowest score of an alignment, as a share of the signature's weight. */
  tightness: 0.8,
  /** The lowest score of an alignment: a single common word proves nothing. */
  weight: 1.5,
};

/** Placeholders whose value is a number. */
const numericPlaceholders = new Set(['count', 'number', 'percent', 'pid', 'port']);

/** Whether the value of a placeholder is a number. */
export const isNumeric = (placeholder: string): boolean => numericPlaceholders.has(placeholder);

/** Whether a word is a literal value: with another value it is another message. */
const isValue = (word: string) => /^\d+$/.test(word) || word === 'true' || word === 'false';

/**
 * Whether a paste contains the message of a signature. Some of the signature's words may be missing, but no number, no truth value, no
 * decisive word, and not the last word.
 *
 * @param pattern the signature
 * @param alignment how the signature is aligned with the paste
 * @param decisive the words in which similar messages of other symptoms differ
 * @param paste the paste
 */
export function proves(pattern: Pattern, alignment: Alignment, decisive: readonly string[], paste: Paste): boolean {
  if (alignment.score < bounds.weight || alignment.score / pattern.weight < bounds.tightness) return false;
  const missing = pattern.words.filter((_, at) => alignment.places[at] === -1).map(({ text }) => text);
  if (missing.some((word) => isValue(word) || decisive.includes(word))) return false;
  return hasLastWord(pattern, alignment, paste) && hasNumberBefore(pattern, alignment, paste) && hasNumberAfter(pattern, alignment, paste);
}

/**
 * Whether the last word of the signature was found: it often says what the message is about. It may be missing when it is a stop word,
 * or when the paste ends before it.
 */
function hasLastWord({ words }: Pattern, { places }: Alignment, paste: Paste): boolean {
  const last = words.at(-1);
  if (!last || places.at(-1) !== -1 || isStopWord(last.text)) return true;
  return Math.max(...places) === paste.words.length - 1;
}

/** Whether a number comes before the first word, when the signature begins with the placeholder of a number. */
function hasNumberBefore({ words }: Pattern, { places }: Alignment, paste: Paste): boolean {
  const before = words[0]?.placeholders.at(-1);
  const [first = -1] = places;
  return !before || !isNumeric(before) || first === -1 || /^\d/.test(paste.words[first - 1]?.text ?? '');
}

/**
 * Whether a number comes after the last word, when the signature ends with the placeholder of a number. It may be missing when the paste
 * ends before it.
 */
function hasNumberAfter({ placeholdersAfter: [after] }: Pattern, { places }: Alignment, paste: Paste): boolean {
  const next = paste.words[Math.max(...places) + 1];
  return !after || !isNumeric(after) || !next || /^\d/.test(next.text);
}
