/** Reads a paste: finds its words and their positions, and ignores terminal codes, escapes and box borders. */
import { excerptOf } from './excerpt.ts';
import { linesThatMatter } from './lines.ts';
import { maskMarkup } from './mask.ts';
import { wordsOf, type Word } from './words.ts';

/** A paste that was read. */
export interface Paste {
  /** The paste, or the excerpt of a long one. All positions refer to this text. */
  text: string;
  /** The words of the important lines, in their order. */
  words: readonly Word[];
  /** The indexes in `words` at which a line begins. */
  lineStarts: ReadonlySet<number>;
}

/**
 * Reads a paste.
 *
 * @param pasted what was pasted, of any length
 */
export function readPaste(pasted: string): Paste {
  const text = excerptOf(pasted);
  const words: Word[] = [];
  const lineStarts = new Set<number>();
  for (const line of linesThatMatter(text)) {
    const masked = maskMarkup(line.text);
    lineStarts.add(words.length);
    words.push(...wordsOf(masked, line.start));
  }
  return { text, words, lineStarts };
}
