/** lunr as Material for MkDocs configures and queries it. When lunr throws, Material shows no results; the error is still counted. */
import lunr from 'lunr';
import type { Engine, SymptomRecord } from '../engine.ts';
import { compressedSize, runtimeSize } from '../runtime-size.ts';
import { askedWords, fields, materialQuery, separator } from './material-query.ts';

/** lunr with Material's tokens, weights, query and second ranking. */
export function lunrAsMaterial(): Engine {
  let index: InstanceType<typeof lunr.Index> | undefined;
  let articles: readonly string[] = [];
  let docs: object[] = [];
  return {
    name: 'lunr as Material for MkDocs queries it',
    build(records) {
      articles = records.map(({ article }) => article);
      docs = records.map(({ url, title, text }) => ({ location: url, title, text }));
      index = indexOf(records);
    },
    search(text) {
      const query = materialQuery(text);
      if (!query) return [];
      const asked = askedWords(query);
      return (index?.search(query) ?? [])
        .map(({ ref, score, matchData }) => ({ ref, score: score * boost(asked, Object.keys(matchData.metadata)) }))
        .toSorted((a, b) => b.score - a.score)
        .map(({ ref }) => articles[Number(ref)] ?? '');
    },
    // Its browsers download the texts, and make the index themselves.
    bytes: async () => compressedSize(JSON.stringify({ docs })) + (await runtimeSize("export { default } from 'lunr'")),
  };
}

function indexOf(records: readonly SymptomRecord[]) {
  return lunr(function () {
    this.b(0);
    this.tokenizer = (text = '') =>
      text
        .split(separator)
        .filter(Boolean)
        .map((word) => new lunr.Token(word.toLowerCase(), {}));
    for (const step of [lunr.trimmer, lunr.stemmer]) {
      this.pipeline.remove(step);
      this.searchPipeline.remove(step);
    }
    this.ref('id');
    for (const [name, weight] of Object.entries(fields)) this.field(name, { boost: weight });
    for (const [id, { title, text }] of records.entries()) this.add({ id, title, text });
  });
}

/** Pages count more the more of the asked words they hold; a page that is no section of another counts once more. */
function boost(asked: readonly string[], matched: readonly string[]): number {
  const words = new Set(asked.filter((word) => matched.some((term) => term.startsWith(word)) || lunr.stopWordFilter(word) !== undefined));
  const found = [...words].filter((word) => matched.some((term) => term.startsWith(word)));
  return 1 + (1 + found.length / Math.max(1, words.size)) ** 2;
}
