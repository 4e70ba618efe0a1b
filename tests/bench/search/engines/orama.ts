/** Orama with its defaults. */
import { create, insertMultiple, save, search } from '@orama/orama';
import type { Engine } from '../engine.ts';
import { compressedSize, runtimeSize } from '../runtime-size.ts';

/** Orama. */
export function orama(): Engine {
  const database = create({ schema: { title: 'string', text: 'string' } });
  let articleOf = new Map<string, string>();
  return {
    name: 'Orama',
    async build(records) {
      articleOf = new Map(records.map(({ url, article }) => [url, article]));
      await insertMultiple(
        database,
        records.map(({ url, title, text }) => ({ url, title, text })),
      );
    },
    async search(text) {
      const { hits } = await search(database, { term: text });
      return hits.map(({ document }) => articleOf.get(document.url) ?? '');
    },
    bytes: async () =>
      compressedSize(JSON.stringify(save(database))) + (await runtimeSize("export { create, load, search } from '@orama/orama'")),
  };
}
