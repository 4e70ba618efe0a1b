/** The words of a paste, each with its place. */

/** A word as it is compared: lower case, without invisible characters. `start` and `end` are its place in the paste. */
export interface Word {
  text: string;
  start: number;
  end: number;
}

/**
 * Words in Latin letters, digits and underscores; words in other scripts stand apart, so that a message inside Chinese or
 * Arabic prose is not glued to it. Invisible characters inside a word do not part it.
 */
const wordPattern = /[\p{Script=Latin}\p{M}\p{N}_\u00ad\u200b-\u200d\u2060\ufeff]+|(?:(?!\p{Script=Latin})[\p{L}\p{M}])+/gu;
const invisible = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;
/** No word that anybody prints is longer; what is longer is data. */
const maxWordLength = 64;

/**
 * Splits text into words.
 *
 * @param text the text
 * @param offset where it begins in the paste
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
