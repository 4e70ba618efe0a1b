import type { Nodes, Root } from 'mdast';
import { markdownToMdast } from 'satteri';
import { describe, expect, test } from 'vitest';
import { textOf } from '../../../../src/model/body.ts';
import { markdown } from '../../../../src/reader/tickets/formats/markdown.ts';
import { noteOf, plainNote, trickyTexts } from './notes.ts';

const read = (text: string) => (markdownToMdast(text) as Root).children;
/** An address that stands in a text may become a link to itself: readers with GitHub's extensions do that after escapes are gone. */
const isAddress = (node: Nodes) => node.type === 'link' && /^(https?:\/\/|www\.|\S+@)/.test(textOf(node));
/** The kinds of everything that is in a node. */
const kindsIn = (node: Nodes): string[] =>
  isAddress(node) ? ['text'] : [node.type, ...('children' in node ? (node.children as Nodes[]).flatMap(kindsIn) : [])];

test('titles are links, each line is a paragraph', () => {
  expect(markdown(plainNote)).toBe(`**[Queue refuses jobs](https://kb.example/kb/symptoms/queue-full/)**

The queue holds as many jobs as it may.

Fix (risk: data loss): [Raise the limit](https://kb.example/kb/articles/queue/#raise-it)

The fault manual, revision 1a2b3c4d, 2026-11-21T03:12:04Z`);
});

const signs = [...'\\`*_[]<>|~&$!#{}()-+=.:;"\'1 a'];

describe('a Markdown reader reads back the texts that were written', () => {
  test.for(trickyTexts)('%s', (text) => expectReadBack(text));

  test.for(signs)('any three signs that begin with "%s"', (sign) => {
    const texts = signs
      .flatMap((b) => signs.flatMap((c) => [`${sign}${b}${c}`, `x${sign}${b}y${c}`]))
      .map((text) => text.replace(/ +/g, ' ').trim() || 'x');
    expectReadBack(...texts);
  });

  test('line breaks and runs of blanks, as one blank', () => {
    expect(markdown(noteOf(' a\n\n# b\r\n\tc '))).toBe(markdown(noteOf('a # b c')));
  });
});

/** Writes a note of each text, and reads all of them as one document. */
function expectReadBack(...texts: string[]): void {
  const paragraphs = read(texts.map((text) => markdown(noteOf(text))).join('\n\n'));
  const stamp = 'The fault manual, revision 1a2b3c4d, 2026-11-21T03:12:04Z';
  expect(paragraphs.map(textOf)).toEqual(texts.flatMap((text) => [text, text, stamp]));
  expect(paragraphs.map((paragraph) => [...new Set(kindsIn(paragraph))].join(' '))).toEqual(
    texts.flatMap(() => ['paragraph strong link text', 'paragraph text', 'paragraph text']),
  );
}
