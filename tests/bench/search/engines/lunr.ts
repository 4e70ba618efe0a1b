/** lunr with its defaults; the paste is the query. It throws on characters that it reads as query syntax (`:`, `^`, `~`). */
import lunr from 'lunr';
import type { Engine } from '../engine.ts';
import { compressedSize, runtimeSize } from '../runtime-size.ts';

/** lunr as it is. */
export function plainLunr(): Engine {
  let index: InstanceType<typeof lunr.Index> | undefined;
  let articles: readonly string[] = [];
  return {
    name: 'lunr, its defaults',
    build(records) {
      articles = records.map(({ article }) => article);
      index = lunr(function () {
        this.ref('id');
        this.field('text');
        for (const [id, { text }] of records.entries()) this.add({ id, text });
      });
    },
    search: (text) => (index?.search(text) ?? []).map(({ ref }) => articles[Number(ref)] ?? ''),
    bytes: async () => compressedSize(JSON.stringify(index)) + (await runtimeSize("export { default } from 'lunr'")),
  };
}
