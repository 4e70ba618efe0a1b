/**
 * FlexSearch as its manual advises: a document index, forward tokens, the balanced Latin encoder, and suggestions, without
 * which every word of a query must be on the page.
 */
import type { Engine } from '../engine.ts';
import { compressedSize, runtimeSize } from '../runtime-size.ts';

interface DocumentIndex {
  add(document: object): void;
  search(query: string, options: { suggest: boolean; limit: number }): { result: number[] }[];
  export(save: (key: string, data: string) => void): Promise<void>;
}

interface Package {
  Charset: { LatinBalance: object };
  Document: new (options: object) => DocumentIndex;
}

/** FlexSearch's document index. */
export function flexSearch(): Engine {
  let index: DocumentIndex | undefined;
  let articles: readonly string[] = [];
  return {
    name: 'FlexSearch',
    async build(records) {
      const { Charset, Document } = (await import('flexsearch')) as unknown as Package;
      articles = records.map(({ article }) => article);
      index = new Document({
        document: { id: 'id', index: ['text'], store: ['title', 'url'] },
        tokenize: 'forward',
        encoder: Charset.LatinBalance,
      });
      for (const [id, { title, url, text }] of records.entries()) index.add({ id, title, url, text });
    },
    search(text) {
      const [field] = index?.search(text, { suggest: true, limit: 10 }) ?? [];
      return (field?.result ?? []).map((id) => articles[id] ?? '');
    },
    async bytes() {
      const parts: Record<string, string> = {};
      await index?.export((key, data) => (parts[key] = data));
      return compressedSize(JSON.stringify(parts)) + (await runtimeSize("export { Charset, Document } from 'flexsearch'"));
    },
  };
}
