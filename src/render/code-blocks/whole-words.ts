/** Keeps the words of a command whole where its lines wrap. */
import type { Element, ElementContent } from 'hast';

/** Signs after or before which browsers break a line, within a word. */
const breakable = /[-/?|&%…–]/;

/**
 * Returns the content of a code block with an element around each word that a browser could break at a hyphen, slash or the like.
 *
 * @param children highlighted text: text, and elements that hold one text; any other element stays as it is
 */
export function wholeWords(children: readonly ElementContent[]): ElementContent[] {
  const result: ElementContent[] = [];
  let word: ElementContent[] = [];
  const endWord = () => {
    const text = word.map(textOf).join('');
    result.push(...(text.length > 1 && breakable.test(text) ? [wholeWord(word)] : word));
    word = [];
  };
  for (const child of children) {
    const text = textOf(child);
    if (text === undefined) {
      endWord();
      result.push(child);
      continue;
    }
    for (const piece of text.split(/(\s+)/)) {
      if (piece === '') continue;
      if (!piece.trim()) endWord();
      (piece.trim() ? word : result).push(withText(child, piece));
    }
  }
  endWord();
  return result;
}

function textOf(node: ElementContent): string | undefined {
  if (node.type === 'text') return node.value;
  const [only, ...others] = node.type === 'element' && node.tagName === 'span' ? node.children : [];
  return only?.type === 'text' && others.length === 0 ? only.value : undefined;
}

const withText = (node: ElementContent, value: string): ElementContent =>
  node.type === 'element' ? { ...node, children: [{ type: 'text', value }] } : { type: 'text', value };

const wholeWord = (children: ElementContent[]): Element => ({
  type: 'element',
  tagName: 'span',
  properties: { className: ['whole-word'] },
  children,
});
