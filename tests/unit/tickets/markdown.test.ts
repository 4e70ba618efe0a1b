import type { Nodes } from 'mdast';
import { markdownToMdast } from 'satteri';
import { describe, expect, test } from 'vitest';
import { textOf } from '../../../src/content-model/body.ts';
import { markdown } from '../../../src/tickets/formats/markdown.ts';
import { noteOf, plainNote, trickyTexts } from './notes.ts';

const read = (text: string) => markdownToMdast(text).children as Nodes[];
/** The kinds of everything that is in a node. */
const kindsIn = (node: Nodes): string[] => [node.type, ...('children' in node ? (node.children as Nodes[]).flatMap(kindsIn) : [])];

test('titles are links, each line is a paragraph', () => {
  expect(markdown(plainNote)).toBe(`**[Queue refuses jobs](https://kb.example/kb/symptoms/queue-full/)**

The queue holds as many jobs as it may.

Fix (risk: data loss): [Raise the limit](https://kb.example/kb/articles/queue/#raise-it)

Faultbook revision 1a2b3c4d, 2026-11-21T03:12:04Z`);
});

/** Every text of up to three signs, amid words and at the edges of them. */
const signs = [...'\\`*_[]<>|~&$!#{}()-+=.:;"\'1 a'];
const combinations = signs.flatMap((a) => signs.flatMap((b) => signs.flatMap((c) => [`${a}${b}${c}`, `x${a}${b}y${c}`])));

describe('a Markdown reader reads back the texts that were written', () => {
  test.for(trickyTexts)('%s', (text) => expectReadBack(text));

  test('any three signs', () => {
    for (const text of combinations) expectReadBack(text.trim() || 'x');
  });

  test('line breaks and runs of blanks, as one blank', () => {
    expect(markdown(noteOf(' a\n\n# b\r\n\tc '))).toBe(markdown(noteOf('a # b c')));
  });
});

function expectReadBack(text: string): void {
  const wanted = text.replace(/\s+/g, ' ').trim();
  const paragraphs = read(markdown(noteOf(text)));
  expect(paragraphs.map(textOf)).toEqual([wanted, wanted, 'Faultbook revision 1a2b3c4d, 2026-11-21T03:12:04Z']);
  const [title, meaning] = paragraphs.map(kindsIn);
  expect(new Set(title), text).toEqual(new Set(['paragraph', 'strong', 'link', 'text']));
  expect(new Set(meaning), text).toEqual(new Set(['paragraph', 'text']));
}
