import { describe, expect, test } from 'vitest';
import type { FindableSymptom } from '../../../../src/search/searched-symptom.ts';
import { findSymptoms } from '../../../../src/search/matcher/find.ts';
import { memoryIndex } from '../../../../src/search/index/memory-index.ts';

const symptom = (id: string, phrase: string, ...signatures: string[]): FindableSymptom => ({
  id,
  title: id,
  order: 0,
  meaning: '',
  technologies: [],
  phrases: [phrase],
  article: { slug: 'broker', title: '' },
  signatures: signatures.map((text) => ({ text })),
});

const holds = async (phrase: string, word: string, how: 'whole' | 'beginning' = 'whole') =>
  (await memoryIndex([symptom('other', 'nothing'), symptom('asked', phrase)]).lookUp(word, how)).length > 0;

describe('a word is found', () => {
  test.for([
    ['as it is', 'queue refused', 'refused'],
    ['in another form', 'connections refused', 'connection'],
    ['as a part of a compound', 'asyncio.TimeoutError: late', 'timeout'],
    ['as the end of a dotted name', 'redis.exceptions.ResponseError: late', 'responseerror'],
    ['as a part of a name in camel case', 'FastAPI', 'api'],
    ['with underscores', 'max_connections', 'max_connections'],
    ['without its accents', 'déjà connectés', 'deja'],
    ['in another script', '已经有太多的客户', '已经有太多的客户'],
  ] as const)('%s', async ([, phrase, word]) => {
    expect(await holds(phrase, word)).toBe(true);
  });
});

test('half a word is found only where beginnings are asked for', async () => {
  expect(await holds('maxmemory', 'maxmem')).toBe(false);
  expect(await holds('maxmemory', 'maxmem', 'beginning')).toBe(true);
});

test('a word that goes on after a known one is found by that one', async () => {
  expect(await holds('maxmem', 'maxmemory', 'beginning')).toBe(true);
  expect(await holds('maxmem', 'minmem', 'beginning')).toBe(false);
});

test('a key that was not given away is an error that names it', async () => {
  await expect(memoryIndex([]).symptom('7')).rejects.toThrow('"7"');
});

test('a wording in another script matches when it is pasted alone', async () => {
  const { verdict, hits } = await findSymptoms(
    'извините, уже слишком много клиентов',
    memoryIndex([symptom('full', 'x', 'извините, уже слишком много клиентов')]),
  );
  expect([verdict, hits[0]?.symptom.id]).toEqual(['match', 'full']);
});
