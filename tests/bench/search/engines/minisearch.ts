/** MiniSearch, with its defaults and as VitePress sets it. */
import MiniSearch from 'minisearch';
import type { Engine, SymptomRecord } from '../engine.ts';
import { compressedSize, runtimeSize } from '../runtime-size.ts';

const runtime = "export { default } from 'minisearch'";

/** MiniSearch with its defaults: any word, ranked by BM25+. */
export const miniSearch = (): Engine => miniSearchEngine('MiniSearch, its defaults', { fields: ['text'] }, (text) => text);

/** VitePress's search field takes one line of so many characters; browsers cut a paste to it. */
const longestInput = 64;

/** MiniSearch with the fields, weights and tolerance that VitePress's local search gives it, and with its short field. */
export const miniSearchAsVitePress = (): Engine =>
  miniSearchEngine(
    'MiniSearch as VitePress sets it',
    {
      fields: ['title', 'titles', 'text'],
      searchOptions: { fuzzy: 0.2, prefix: true, boost: { title: 4, text: 2, titles: 1 } },
    },
    (text) => text.replace(/\r\n?|\n/g, ' ').slice(0, longestInput),
  );

type Options = ConstructorParameters<typeof MiniSearch>[0];

function miniSearchEngine(name: string, options: Options, typed: (text: string) => string): Engine {
  const index = new MiniSearch({ ...options, storeFields: ['title', 'url'] });
  let articles: readonly string[] = [];
  return {
    name,
    build(records: readonly SymptomRecord[]) {
      articles = records.map(({ article }) => article);
      index.addAll(records.map(({ url, title, articleTitle, text }, id) => ({ id, url, title, titles: [articleTitle], text })));
    },
    search: (text) => index.search(typed(text)).map(({ id }) => articles[id] ?? ''),
    bytes: async () => compressedSize(JSON.stringify(index)) + (await runtimeSize(runtime)),
  };
}
