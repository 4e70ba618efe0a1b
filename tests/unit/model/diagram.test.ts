import { describe, expect, test } from 'vitest';
import { readDiagram } from '../../../src/model/diagram.ts';

const source = `flowchart TB
  accTitle: Where Redis refuses
  accDescr: It refuses at maxmemory: the policy is noeviction.
  app["style of work"] --> redis:::fault
  click redis href "#full"
  click app "article:other" "A tip"
  click app href "https://example.org/?a=1" _blank`;

describe('the facts of a diagram', () => {
  test('title and description', () => {
    expect(readDiagram(source)).toMatchObject({
      title: 'Where Redis refuses',
      description: 'It refuses at maxmemory: the policy is noeviction.',
    });
  });

  test('links, with their lines', () => {
    expect(readDiagram(source).links).toEqual([
      { node: 'redis', url: '#full', line: 5 },
      { node: 'app', url: 'article:other', line: 6 },
      { node: 'app', url: 'https://example.org/?a=1', line: 7 },
    ]);
  });

  test('no styling where there is none', () => {
    expect(readDiagram(source).styling).toEqual([]);
  });

  test.for([
    ['style app fill:#f00', 1],
    ['flowchart TB\n  linkStyle 0 stroke:red', 2],
    ['flowchart TB\n\n  classDef hot fill:red', 3],
    ['%%{init: {"theme": "dark"}}%%\nflowchart TB', 1],
    ['---\nconfig:\n  theme: dark\n---\nflowchart TB', 2],
  ] as const)('styling of its own: %j', ([text, line]) => {
    expect(readDiagram(text).styling).toEqual([{ text: text.split('\n')[line - 1]?.trim(), line }]);
  });

  test.for([
    ['an empty title', 'accTitle:\naccDescr:', undefined],
    ['a title that is only a comment', '%% accTitle: no\n%% accDescr: no', undefined],
    ['a description of several lines', 'accDescr {\n  First line,\n  second line.\n}', 'First line,\n  second line.'],
    ['an empty block', 'accDescr {\n}', undefined],
  ] as const)('%s', ([, text, description]) => {
    expect(readDiagram(text)).toMatchObject({ title: undefined, description });
  });
});
