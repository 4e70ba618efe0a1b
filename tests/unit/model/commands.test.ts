import type { Root } from 'mdast';
import { mdxToMdast } from 'satteri';
import { describe, expect, test } from 'vitest';
import { readBody } from '../../../src/model/body.ts';
import { commandsOf, fenceOptions } from '../../../src/model/commands.ts';

test.for([
  ['lab="raise-it"', { lab: 'raise-it' }],
  ['title="a.yaml" ins={1-3} unrun="needs a cloud account"', { title: 'a.yaml', unrun: 'needs a cloud account' }],
  ['unrun="says \\"no\\""', { unrun: 'says "no"' }],
  ['ins={1}', {}],
  ['', {}],
] as const)('the options of a fence %j are %j', ([meta, options]) => {
  expect(fenceOptions(meta)).toEqual(options);
});

describe('the commands that must have run', () => {
  const commands = (mdx: string) =>
    commandsOf(readBody(mdxToMdast(mdx, { position: true }) as Root).code).map(({ text, label, section }) => [text, label, section?.id]);

  test('stand in checks and fixes, verification and undo included', () => {
    const body = [
      '<Check id="a">',
      '',
      '```bash lab="x"',
      'one',
      '```',
      '',
      '</Check>',
      '',
      '<Fix id="b">',
      '',
      '<Undo>',
      '',
      '```sql',
      'two',
      '```',
      '',
      '</Undo>',
      '',
      '</Fix>',
    ];
    expect(commands(body.join('\n'))).toEqual([
      ['one', 'x', 'a'],
      ['two', undefined, 'b'],
    ]);
  });

  test('are not files, output, or blocks of the prose', () => {
    expect(commands('```bash\nprose\n```\n\n<Fix id="b">\n\n```yaml\na: 1\n```\n\n```output\nOK\n```\n\n</Fix>')).toEqual([]);
  });
});
