import { setImmediate as turn } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { parseWith, readYaml } from '../../../src/content/read-yaml.ts';

const text = `title: One
symptoms:
  - id: a
    signatures: [{ text: x }, { text: y }]
  - id: b
    fixes:
      - first
      - second
`;

describe('where a field stands', () => {
  test.for<[path: (string | number)[], line: number, column: number]>([
    [['title'], 1, 1],
    [['symptoms'], 2, 1],
    [['symptoms', 0], 3, 5],
    [['symptoms', 0, 'id'], 3, 5],
    [['symptoms', 0, 'signatures', 1], 4, 31],
    [['symptoms', 0, 'signatures', 1, 'text'], 4, 33],
    [['symptoms', 1, 'fixes', 1], 8, 9],
    // What is absent is reported where it belongs.
    [['symptoms', 1, 'check'], 5, 5],
    [['symptoms', 5, 'id'], 2, 1],
    [['nothing'], 1, 1],
    [[], 1, 1],
  ])('%j', ([path, line, column]) => {
    expect(readYaml(text).placeOf(path)).toEqual({ line, column });
    expect(readYaml(text, 1).placeOf(path)).toEqual({ line: line + 1, column });
  });
});

test('a place is right also when the memory of the parsed text was freed', async () => {
  setFlagsFromString('--expose-gc');
  const { placeOf } = readYaml(text, 1);
  await turn(); // a reference holds until the end of the turn in which it was made
  (runInNewContext('gc') as () => void)();
  expect(placeOf(['symptoms', 1, 'fixes', 1])).toEqual({ line: 9, column: 9 });
  expect(placeOf(['title'])).toEqual({ line: 2, column: 1 });
});

test('YAML that cannot be read is reported with its place, and gives no data', () => {
  const { data, findings } = readYaml('a: 1\nb: {c: 2\nd: 3\n', 1);
  expect(data).toBeUndefined();
  expect(findings.map(({ kind }) => kind)).toContain('frontmatter-syntax');
  // The parser cannot know where the brace was to be closed, but not before it was opened.
  expect(findings[0]?.line).toBeGreaterThanOrEqual(3);
});

describe('data that does not fit', () => {
  const schema = z.strictObject({
    name: z.string().max(3),
    list: z.array(z.strictObject({ id: z.string() })).default([]),
    few: z.array(z.string()).min(1).optional(),
  });
  const findings = (yaml: string) =>
    parseWith(schema, readYaml(yaml), (path) => (path.at(-1) === 'name' ? 'The name.' : undefined)).findings;

  test.for([
    ['list: []', [['name missing', 'The name.', 1, 1]]],
    ['name: 5', [['name: 5', 'must be a text. The name.', 1, 1]]],
    ['name: long', [['name: "long"', 'takes at most 3 characters. The name.', 1, 1]]],
    [
      'name: a\nlist: [{ id: a, ib: 1, ic: 2 }]',
      [
        ['list[0].ib, a field that does not exist', 'remove it, or correct its name', 2, 17],
        ['list[0].ic, a field that does not exist', 'remove it, or correct its name', 2, 24],
      ],
    ],
    ['name: a\nlist:\n  - {}', [['list[0].id missing', 'must be a text', 3, 5]]],
    ['name: a\nlist: 5', [['list: 5', 'must be a list', 2, 1]]],
    ['name: a\nfew: []', [['few: []', 'needs at least 1 item', 2, 1]]],
    ['- a', [['the frontmatter', 'must be a map of fields', 1, 1]]],
  ] as const)('%j', ([yaml, expected]) => {
    const found = findings(yaml);
    expect(found.map(({ line, column }) => [line, column])).toEqual(expected.map(([, , line, column]) => [line, column]));
    expected.forEach(([what, mend], index) => {
      expect(found[index]?.found).toContain(what);
      expect(found[index]?.mend).toContain(mend);
    });
  });

  test('a long value is cut', () => {
    expect(findings(`name: ${'x'.repeat(500)}`)[0]?.found).toHaveLength('name: '.length + 91);
  });

  test('what fits is returned', () => {
    expect(parseWith(schema, readYaml('name: a'), () => undefined)).toEqual({ value: { name: 'a', list: [] }, findings: [] });
  });
});
