/** The parts of the compared engines that the benchmark uses: their packages are installed on demand only. */

declare module 'minisearch' {
  interface Options {
    fields: string[];
    storeFields?: string[];
    searchOptions?: { fuzzy?: number; prefix?: boolean; boost?: Record<string, number> };
  }
  export default class MiniSearch {
    constructor(options: Options);
    addAll(documents: readonly object[]): void;
    search(query: string): { id: number }[];
  }
}

/** Brings its types as an ambient module too, which would merge with one written here: `engines/flexsearch.ts` says what it uses. */
declare module 'flexsearch';

declare module '@orama/orama' {
  export interface Database {
    readonly tokenizer: object;
  }
  export function create(options: { schema: Record<string, 'string'> }): Database;
  export function insertMultiple(database: Database, documents: readonly object[]): Promise<string[]>;
  export function search(database: Database, query: { term: string }): Promise<{ hits: { document: { url: string } }[] }>;
  export function save(database: Database): object;
}

declare module 'lunr' {
  interface Builder {
    ref(name: string): void;
    field(name: string, options?: { boost: number }): void;
    add(document: object): void;
    b(lengthNormalisation: number): void;
    tokenizer: (text?: string) => lunr.Token[];
    pipeline: { remove(step: object): void };
    searchPipeline: { remove(step: object): void };
  }
  function lunr(configure: (this: Builder) => void): lunr.Index;
  namespace lunr {
    const trimmer: object;
    const stemmer: object;
    const stopWordFilter: (token: string) => string | undefined;
    class Token {
      constructor(text: string, metadata: object);
    }
    class Index {
      search(query: string): { ref: string; score: number; matchData: { metadata: Record<string, object> } }[];
    }
    class Query {
      constructor(fields: string[]);
      clauses: { term: string; presence: number }[];
      static presence: { PROHIBITED: number };
    }
    class QueryParser {
      constructor(text: string, query: Query);
      parse(): Query;
    }
    class QueryLexer {
      constructor(text: string);
      lexemes: { type: string; str: string; start: number; end: number }[];
      run(): void;
    }
  }
  export default lunr;
}
