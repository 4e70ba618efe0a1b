/** Splits the texts of pictures into words, between which lines may break. */

/** A piece of a text: literal, or a placeholder. */
export interface Piece {
  text: string;
  varies?: boolean;
}

/** A word, or a part of a long one. */
export interface Word {
  /** The space before the word; empty for a part that continues a long word. */
  space: string;
  pieces: readonly Piece[];
}

/** The length up to which a word is never broken, in characters. */
const longestWord = 34;
/** Matches the positions in a longer word where a line may break: after one of these signs. */
const afterJoint = /(?<=[/:.,;=_(@-])/;

/**
 * Splits a text into words. A placeholder belongs to the word that it touches.
 *
 * @param pieces the text
 */
export function wordsOf(pieces: readonly Piece[]): Word[] {
  const parts = pieces.flatMap((piece): Piece[] => (piece.varies ? [piece] : piece.text.split(/(\s+)/).map((text) => ({ text }))));
  const words: { space: string; pieces: Piece[] }[] = [];
  let space: string | undefined = '';
  for (const part of parts) {
    if (!part.varies && !part.text.trim()) {
      if (part.text) space = part.text;
      continue;
    }
    if (space === undefined) words.at(-1)?.pieces.push(part);
    else words.push({ space, pieces: [part] });
    space = undefined;
  }
  return words.flatMap(parted);
}

/** Returns the parts into which a long word may be broken. */
function parted(word: Word): Word[] {
  const length = word.pieces.reduce((sum, { text }) => sum + text.length, 0);
  if (length <= longestWord) return [word];
  const pieces = word.pieces.flatMap((piece) => (piece.varies ? [piece] : piece.text.split(afterJoint).map((text) => ({ text }))));
  return pieces.map((piece, index) => ({ space: index === 0 ? word.space : '', pieces: [piece] }));
}
