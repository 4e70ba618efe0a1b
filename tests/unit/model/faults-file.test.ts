import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { faultsFileSchema, faultsJsonSchema } from '../../../src/model/faults-file.ts';
import { faultsFile, publishedSymptom } from '../published/published-symptom.ts';

const schema = faultsJsonSchema('https://kb.example/kb/faults.schema.json');
const accepts = new Ajv2020({ formats: { uri: (text: string) => URL.canParse(text), date: true } }).compile(schema);
const withSymptom = (change: object) => ({ ...faultsFile, faults: [{ ...publishedSymptom, ...change }] });
const optional = [
  'effect',
  'riskNote',
  'means',
  'is',
  'do',
  'command',
  'since',
  'until',
  'seenOn',
  'source',
  'page',
  'reproduced',
  'anchors',
];

/** Every object in the file, by a path to it. */
function objectsIn(value: unknown, path: readonly string[] = []): [path: readonly string[], keys: string[]][] {
  if (typeof value !== 'object' || value === null) return [];
  const own: [readonly string[], string[]][] = Array.isArray(value) ? [] : [[path, Object.keys(value)]];
  return [...own, ...Object.entries(value).flatMap(([key, inner]) => objectsIn(inner, [...path, key]))];
}

/** A copy of the file without one field. */
function without(path: readonly string[], key: string): unknown {
  const copy: unknown = structuredClone(faultsFile);
  const parent = path.reduce((inside, step) => (inside as Record<string, unknown>)[step], copy);
  delete (parent as Record<string, unknown>)[key];
  return copy;
}

test('the schema is one of draft 2020-12, and its id is where it is published', () => {
  expect(schema).toMatchObject({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'https://kb.example/kb/faults.schema.json',
  });
});

test('a file with every field is valid, and passes the site unchanged', () => {
  expect(accepts(faultsFile)).toBe(true);
  expect(faultsFileSchema.parse(faultsFile)).toEqual(faultsFile);
});

describe('a field that readers may rely on', () => {
  const fields = objectsIn(faultsFile).flatMap(([path, keys]) => keys.map((key) => [path, key] as const));

  test.for(fields.filter(([, key]) => !optional.includes(key)))('is always there: %s %s', ([path, key]) => {
    expect(accepts(without(path, key))).toBe(false);
  });

  test.for(fields.filter(([, key]) => optional.includes(key)))('may be absent: %s %s', ([path, key]) => {
    expect(accepts(without(path, key))).toBe(true);
  });
});

test.for([
  ['another version', { ...faultsFile, version: 2 }],
  ['a word that is not in the list', withSymptom({ kind: 'rumour' })],
  ['a path in place of an address', withSymptom({ url: '/symptoms/queue-full/' })],
  ['a day that is none', withSymptom({ reviewed: '2026-02-30' })],
  ['no fix', withSymptom({ fixes: [] })],
] as const)('%s is not valid', ([, file]) => {
  expect(accepts(file)).toBe(false);
});

test('fields that a later version adds are valid for readers of today', () => {
  expect(accepts({ ...withSymptom({ later: true, article: { ...publishedSymptom.article, later: 1 } }), later: [] })).toBe(true);
});

test('every field says what it is', () => {
  const undescribed: string[] = [];
  const walk = (part: unknown, path: string): void => {
    if (typeof part !== 'object' || part === null) return;
    for (const [name, field] of Object.entries(('properties' in part && (part.properties as object)) || {})) {
      if (!('description' in (field as object))) undescribed.push(`${path}/${name}`);
      walk(field, `${path}/${name}`);
    }
    if ('items' in part) walk(part.items, path);
  };
  walk(schema, '');
  expect(undescribed).toEqual([]);
});
