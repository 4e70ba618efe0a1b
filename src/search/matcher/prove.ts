/** When an alignment proves that a paste holds a message. */
import type { Paste } from '../paste/index.ts';
import type { Alignment } from './align.ts';
import { isStopWord, type Pattern } from './pattern.ts';

/** Bounds, calibrated on the cases in `content/search-cases`. */
const bounds = {
  /** Share of a signature's weight that must stand in the paste, closely. */
  tightness: 0.8,
  /** Weight that must stand there: one word that every log has proves nothing. */
  weight: 1.5,
};

/** Placeholders that stand for a number; one before the first word must have a number before it. */
const numericPlaceholders = new Set(['count', 'number', 'percent', 'pid', 'port']);

/** Whether a placeholder stands for a number. */
export const isNumeric = (placeholder: string): boolean => numericPlaceholders.has(placeholder);

/** Words that are values of a thing: another value is another message. */
const isValue = (word: string) => /^\d+$/.test(word) || word === 'true' || word === 'false';

/**
 * Whether a signature may claim the paste.
 *
 * @param pattern the signature
 * @param alignment how it stands in the paste
 * @param decisive the words that tell it from its neighbours
 * @param paste the paste
 */
export function proves(pattern: Pattern, alignment: Alignment, decisive: readonly string[], paste: Paste): boolean {
  if (alignment.score < bounds.weight || alignment.score / pattern.weight < bounds.tightness) return false;
  const missing = pattern.words.filter((_, at) => alignment.places[at] === -1).map(({ text }) => text);
  if (missing.some((word) => isValue(word) || decisive.includes(word))) return false;
  return hasLastWord(pattern, alignment, paste) && hasNumberBefore(pattern, alignment, paste) && hasNumberAfter(pattern, alignment, paste);
}

/** The last word says most often what it is about. It may be missing where the paste itself is cut off. */
function hasLastWord({ words }: Pattern, { places }: Alignment, paste: Paste): boolean {
  const last = words.at(-1);
  if (!last || places.at(-1) !== -1 || isStopWord(last.text)) return true;
  return Math.max(...places) === paste.words.length - 1;
}

function hasNumberBefore({ words }: Pattern, { places }: Alignment, paste: Paste): boolean {
  const before = words[0]?.placeholders.at(-1);
  const [first = -1] = places;
  return !before || !isNumeric(before) || first === -1 || /^\d/.test(paste.words[first - 1]?.text ?? '');
}

/** A number that the signature has at its end must stand in the paste, unless that is cut off there. */
function hasNumberAfter({ placeholdersAfter: [after] }: Pattern, { places }: Alignment, paste: Paste): boolean {
  const next = paste.words[Math.max(...places) + 1];
  return !after || !isNumeric(after) || !next || /^\d/.test(next.text);
}
