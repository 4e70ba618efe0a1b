import type { Root } from 'mdast';
import { mdxToMdast } from 'satteri';
import { describe, expect, test } from 'vitest';
import { readBody, splitPinnedId } from '../../../src/model/body.ts';

const read = (text: string) => readBody(mdxToMdast(text, { position: true }) as Root);

describe('a pinned id', () => {
  test.for([
    ['What you see [#symptoms]', 'What you see', 'symptoms'],
    ['What you see   [#symptoms]  ', 'What you see', 'symptoms'],
    ['[#symptoms]', '', 'symptoms'],
    ['What you see', 'What you see', undefined],
    ['See [#this] and that', 'See [#this] and that', undefined],
    ['What you see [#Symptoms]', 'What you see [#Symptoms]', undefined],
    ['What you see [symptoms]', 'What you see [symptoms]', undefined],
    ['One [#a] [#b]', 'One [#a]', 'b'],
  ] as const)('"%s"', ([text, rest, id]) => {
    expect(splitPinnedId(text)).toEqual({ text: rest, id, formerIds: [] });
  });

  test('the ids that a heading had before stand after the one that it has', () => {
    expect(splitPinnedId('Copy-on-write [#copy-on-write #fork #bgsave]')).toEqual({
      text: 'Copy-on-write',
      id: 'copy-on-write',
      formerIds: ['fork', 'bgsave'],
    });
  });
});

describe('what stands in a body', () => {
  test('headings, with their text free of markup and id', () => {
    expect(read('## Why `maxmemory` *fills* [#fills]\n\ntext\n\n### Plain\n').headings).toEqual([
      { depth: 2, text: 'Why maxmemory fills', id: 'fills', formerIds: [], section: undefined, line: 1, column: 1 },
      { depth: 3, text: 'Plain', id: undefined, formerIds: [], section: undefined, line: 5, column: 1 },
    ]);
  });

  test('headings know the section that they stand in, and no tag in between', () => {
    const text = '<Fix id="raise">\n\n<Verify>\n\n#### How far [#how-far]\n\n</Verify>\n\n</Fix>\n\n## After [#after]';
    expect(read(text).headings.map(({ id, section }) => [id, section])).toEqual([
      ['how-far', 'raise'],
      ['after', undefined],
    ]);
  });

  test('sections, with their parts and the commands outside of Verify and Undo', () => {
    const text = [
      '<Fix id="raise">',
      '```bash\nfirst\n```',
      '```output\nOK\n```',
      '```sql\nSELECT 1;\n```',
      '```powershell\nGet-Service\n```',
      '<Note>\n\n```bash\naside\n```\n\n</Note>',
      '<Verify>\n\n```bash\nproof\n```\n\n</Verify>',
      '<Undo>\n\nNone.\n\n</Undo>',
      '</Fix>',
    ].join('\n\n');
    expect(read(text).sections).toEqual([
      {
        kind: 'Fix',
        id: 'raise',
        parts: ['Note', 'Verify', 'Undo'],
        commands: ['first', 'SELECT 1;', 'Get-Service'],
        isEmpty: false,
        line: 1,
        column: 1,
      },
    ]);
  });

  test('a section without an id, or with one that is computed', () => {
    const ids = read('<Cause>\n\na\n\n</Cause>\n\n<Cause id={x}>\n\nb\n\n</Cause>').sections.map(({ id }) => id);
    expect(ids).toEqual([undefined, undefined]);
  });

  test('code blocks, with language, meta and place', () => {
    expect(read('text\n\n```yaml title="a.yaml" ins={2}\na: 1\n\nb: 2\n```\n\n```\nplain\n```').code).toEqual([
      { language: 'yaml', meta: 'title="a.yaml" ins={2}', text: 'a: 1\n\nb: 2', line: 3, column: 1 },
      { language: '', meta: '', text: 'plain', line: 9, column: 1 },
    ]);
  });

  test('links and images, wherever they stand', () => {
    const body = read(
      'A [*first* link](#a).\n\n| x |\n| - |\n| [second](ref:b) |\n\n<Note>\n\n![A map](https://example.org/m.png)\n\n</Note>',
    );
    expect(body.links).toEqual([
      { url: '#a', text: 'first link', line: 1, column: 3 },
      { url: 'ref:b', text: 'second', line: 5, column: 3 },
    ]);
    expect(body.images).toEqual([{ url: 'https://example.org/m.png', text: 'A map', line: 9, column: 1 }]);
  });

  test('links and images through a definition', () => {
    const body = read('A [link][a] and ![a map][b].\n\n[a]: article:other\n[b]: https://example.org/m.png\n');
    expect(body.links.map(({ url }) => url)).toEqual(['article:other', 'https://example.org/m.png']);
    expect(body.images.map(({ text }) => text)).toEqual(['a map']);
  });

  test('tags, in blocks and in lines', () => {
    expect(read('<Note>\n\nA <b>word</b>.\n\n</Note>\n\n<LookAlikes />').tags).toEqual([
      { name: 'Note', inside: undefined, line: 1, column: 1 },
      { name: 'b', inside: 'Note', line: 3, column: 3 },
      { name: 'LookAlikes', inside: undefined, line: 7, column: 1 },
    ]);
  });

  test('code that would run', () => {
    expect(read('import a from "a";\n\nA {1 + 1}.\n\n{new Date()}').scripts).toEqual([
      { name: 'import a from "a";', line: 1, column: 1 },
      { name: '1 + 1', line: 3, column: 3 },
      { name: 'new Date()', line: 5, column: 1 },
    ]);
  });

  test('nothing of what stands in code', () => {
    const body = read('`<b>{x}</b> [a](b)`\n\n```bash\n# not a heading\n<b>{x}</b> [a](b)\n```');
    expect({ ...body, code: [] }).toEqual(read(''));
  });

  test('the outline has headings and sections in the order in which they stand', () => {
    const body = read(
      '## One [#one]\n\n<Cause id="a">\n\n#### In it [#in-it]\n\n</Cause>\n\n### Two [#two]\n\n<Fix id="b">\n\nx\n\n</Fix>',
    );
    expect(body.outline.map((item) => ('heading' in item ? item.heading.id : item.section.id))).toEqual(['one', 'a', 'in-it', 'two', 'b']);
  });

  test('lines count from the top of the file, frontmatter included', () => {
    expect(read('---\ntitle: x\n---\n\n## One [#one]\n').headings[0]).toMatchObject({ line: 5, column: 1 });
  });
});
