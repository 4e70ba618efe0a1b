import { expect, test } from 'vitest';
import type { CheckedSymptom } from '../../../../src/check/recognition/checked-symptom.ts';
import { keptSearches, type KeptSearch } from '../../../../src/check/recognition/kept-searches.ts';
import { keptValues } from '../../../../src/check/kept-values.ts';
import { memoryIndex } from '../../../../src/search/index/memory-index.ts';

type Fields = Partial<Pick<CheckedSymptom, 'title' | 'signatures' | 'samples' | 'nearMisses' | 'lookAlikes'>>;

const symptom = (id: string, fields: Fields = {}): CheckedSymptom => ({
  ...{ id, at: 0, order: 0, title: id, meaning: '', technologies: [], phrases: [], article: { slug: id, title: '' } },
  ...{ signatures: [], samples: [], nearMisses: [], lookAlikes: [] },
  source: { slug: id } as CheckedSymptom['source'],
  ...fields,
});

const sample = (text: string) => [{ at: 0, text }];
const own = { samples: sample('disk is full'), nearMisses: ['disk is fine'] };
const neighbour = { signatures: [{ text: 'disk or quota is full' }] };
/** The first is searched for. Its search asks for "full", and for the neighbour. */
const symptoms = [symptom('own', own), symptom('neighbour', neighbour), symptom('stranger', { title: 'clock is late' })];

/** Returns how often the first symptom is searched for, in one check of the symptoms above and in a second one. */
async function searchesOf(after: readonly CheckedSymptom[]): Promise<[first: number, second: number]> {
  let searches = 0;
  let kept = new Map<string, KeptSearch>();
  const check = async (those: readonly CheckedSymptom[]) => {
    const index = memoryIndex(those);
    const values = keptValues(kept);
    const outcomeOf = keptSearches(index, values, async (_, asked) => {
      await asked.lookUp('full', 'whole');
      await asked.symptom('1');
      return { issues: [], claims: [{ symptom: 'neighbour 0', signature: String(++searches), what: 'a sample' }] };
    });
    const [first] = index.symptoms;
    const outcome = first && (await outcomeOf(first));
    expect(outcome?.claims[0]?.signature).toBe(String(searches));
    kept = new Map(values.used());
    return searches;
  };
  return [await check(symptoms), await check(after)];
}

const replaced = (at: number, fields: Fields) =>
  symptoms.map((kept, index) =>
    index === at ? symptom(kept.id, { title: kept.title, ...(at === 0 ? own : neighbour), ...fields }) : kept,
  );

test.for<[what: string, after: readonly CheckedSymptom[]]>([
  ['nothing', symptoms],
  ['words of a symptom that it does not read, apart from those that it looks up', replaced(2, { title: 'clock is early', signatures: [] })],
  ['samples and near misses of a symptom that it reads', replaced(1, { samples: sample('x'), nearMisses: ['y'] })],
])('the search is not repeated after a change of %s', async ([, after]) => {
  expect(await searchesOf(after)).toEqual([1, 1]);
});

test.for<[what: string, after: readonly CheckedSymptom[]]>([
  ['its samples', replaced(0, { samples: sample('disk is nearly full') })],
  ['its near misses', replaced(0, { nearMisses: [] })],
  ['the words that find it', replaced(0, { title: 'another' })],
  ['a symptom that it reads, although the same words find it', replaced(1, { signatures: [{ text: 'quota or disk is full' }] })],
  ['which symptoms a word finds', replaced(2, { title: 'clock is full' })],
  ['the number of symptoms', [...symptoms, symptom('fourth')]],
])('the search is repeated after a change of %s', async ([, after]) => {
  expect(await searchesOf(after)).toEqual([1, 2]);
});
