/** Texts of pictures, word by word. */
import type { ElementContent } from 'hast';
import { h } from 'hastscript';

/** A piece of a text: as it stands, or a placeholder. */
export interface Piece {
  text: string;
  varies?: boolean;
}

/** Every word in an element of its own, and the space between them, so that a text is never broken or cut inside a word. */
export function words(pieces: readonly Piece[]): ElementContent[] {
  const parts = pieces.flatMap((piece): Piece[] => (piece.varies ? [piece] : piece.text.split(/(\s+)/).map((text) => ({ text }))));
  const content: ElementContent[] = [];
  let word: Piece[] = [];
  const close = () => {
    if (word.length > 0) content.push(h('span', wordContent(word)));
    word = [];
  };
  for (const part of parts) {
    if (part.varies || part.text.trim()) word.push(part);
    else if (part.text) {
      close();
      content.push({ type: 'text', value: part.text });
    }
  }
  close();
  return content;
}

/** The longest word that has to stay in one line; a longer one may go on in the next after a sign that joins its parts. */
const longestWord = 34;

function wordContent(word: readonly Piece[]): ElementContent[] {
  const mayBreak = word.reduce((length, { text }) => length + text.length, 0) > longestWord;
  return word.flatMap(({ text, varies }): ElementContent[] => {
    if (varies) return [h('var', text)];
    const parts = mayBreak ? text.split(/(?<=[/:.,;=_(@-])/) : [text];
    return parts.flatMap((part, index) => [...(index > 0 ? [h('wbr')] : []), { type: 'text' as const, value: part }]);
  });
}
