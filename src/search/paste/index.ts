/** Reads a paste: its words, with their places, and without what is not text. */
import { excerptOf } from './excerpt.ts';
import { linesThatMatter } from './lines.ts';
import { maskMarkup } from './mask.ts';
import { wordsOf, type Word } from './words.ts';

/** A paste that was read. */
export interface Paste {
  /** The paste as it came; of a long one the excerpt. Places are places in it. */
  text: string;
  /** The words of the lines that matter, in their order. */
  words: readonly Word[];
  /** Positions in `words` at which a line begins. */
  lineStarts: ReadonlySet<number>;
}

/**
 * Reads a paste.
 *
 * @param pasted whatever was pasted, of any length
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
