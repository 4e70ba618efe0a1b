/** The index that the matcher searches, wherever it is kept: in memory (`memory-index.ts`) or in Pagefind's files (`pagefind.ts`). */
import type { FindableSymptom, Indexed, IndexedSymptom } from '../searched-symptom.ts';

/** What an index must hold of a symptom. */
export type Findable = Indexed<FindableSymptom>;

/** An index of symptoms. Its symptoms are named by keys, which only the index itself understands. */
export interface SymptomIndex<F extends Findable = IndexedSymptom> {
  /** How many symptoms there are. */
  size: number;
  /** Words that very many symptoms contain, in lower case. Their lists of keys are long to load and narrow little down. */
  widespread?: ReadonlySet<string>;
  /** Returns the keys of the symptoms that contain a word (`whole`), or a word that begins with it (`beginning`). */
  lookUp: (word: string, how: 'whole' | 'beginning') => Promise<readonly string[]>;
  /** Returns the symptom with a key that `lookUp` returned. */
  symptom: (key: string) => Promise<F>;
}
