/** Splits text into words. */

/** A word of a paste. */
export interface Word {
  /** The word as it is compared: in lower case, without invisible characters. */
  text: string;
  /** Its position in the paste: from `start` up to, but without, `end`. */
  start: number;
  end: number;
}

/**
 * Matches a word in Latin letters, digits and underscores, or a word in other scripts. So a message inside Chinese or Arabic prose is
 * separate from that prose. Invisible characters inside a word do not split it.
 */
const wordPattern = /[\p{Script=Latin}\p{M}\p{N}_\u00ad\u200b-\u200d\u2060\ufeff]+|(?:(?!\p{Script=Latin})[\p{L}\p{M}])+/gu;
const invisible = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;
/** The maximum length of a word, in characters. What is longer is data. */
const maxWordLength = 64;

/**
 * Returns the words of a text.
 *
 * @param text the text
 * @param offset the position in the paste at which the text begins
 */
export function wordsOf(text: string, offset = 0): Word[] {
  const words: Word[] = [];
  for (const { 0: found, index } of text.matchAll(wordPattern)) {
    if (found.length > maxWordLength * 4) continue;
    const plain = found.replace(invisible, '').normalize('NFKC').toLowerCase();
    if (plain && plain.length <= maxWordLength) words.push({ text: plain, start: offset + index, end: offset + index + found.length });
  }
  return words;
}
