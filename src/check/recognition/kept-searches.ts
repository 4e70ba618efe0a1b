/**
 * Keeps the outcomes of searches from one check to the next.
 *
 * An edit of one article can change what a sample of another one finds. So an outcome is kept together with all that its searches asked of
 * the index. When the index still gives the same answers, the searches would take the same course again, and the outcome holds.
 */
import { cacheKey } from '../../render/cache.ts';
import type { KeptValues } from '../kept-values.ts';
import { placeKey, type AllSymptoms, type IndexedSymptom, type SearchedIndex, type SymptomIssue } from './checked-symptom.ts';
import type { Claim } from './claims.ts';

/** What searches for the pastes of a symptom found: issues of the symptom, and signatures of other symptoms that match too much. */
export interface SearchOutcome {
  issues: SymptomIssue[];
  claims: Claim[];
}

/** Everything that searches asked of the index: the arguments of `lookUp`, and the keys of the symptoms that they read. */
interface Asked {
  lookUps: [word: string, how: 'whole' | 'beginning'][];
  keys: string[];
}

/** An outcome with what it depends on. */
export interface KeptSearch {
  /** A hash of the symptom with its pastes. */
  symptom: string;
  asked: Asked;
  /** A hash of what the index answered. */
  answers: string;
  outcome: SearchOutcome;
}

/**
 * Returns the function that gives the outcome of a symptom's searches. It searches only when the outcome may differ from the kept one.
 *
 * @param index the index of all symptoms
 * @param kept the outcomes of the last check, by the `placeKey` of the symptom
 * @param search searches for all pastes of a symptom; its outcome may depend on the symptom and on the index, and on nothing else
 */
export function keptSearches(
  index: AllSymptoms,
  kept: KeptValues<KeptSearch>,
  search: (symptom: IndexedSymptom, index: SearchedIndex) => Promise<SearchOutcome>,
): (symptom: IndexedSymptom) => Promise<SearchOutcome> {
  const answersTo = answersOf(index);
  return async (symptom) => {
    const key = placeKey(symptom);
    const hash = cacheKey(hashOfSymptom(symptom), JSON.stringify([symptom.samples, symptom.nearMisses]));
    const before = kept.get(key);
    if (before?.symptom === hash && before.answers === (await answersTo(before.asked))) return before.outcome;
    const { asked, noted } = notingIndex(index);
    const outcome = await search(symptom, noted);
    kept.set(key, { symptom: hash, asked: asked(), answers: await answersTo(asked()), outcome });
    return outcome;
  };
}

/** Returns an index with the same answers, which notes what it is asked. */
function notingIndex({ size, widespread, lookUp, symptom }: SearchedIndex): { noted: SearchedIndex; asked: () => Asked } {
  const lookUps = new Map<string, Asked['lookUps'][number]>();
  const keys = new Set<string>();
  return {
    noted: {
      size,
      ...(widespread && { widespread }),
      lookUp: (word, how) => {
        lookUps.set(`${how} ${word}`, [word, how]);
        return lookUp(word, how);
      },
      symptom: (key) => {
        keys.add(key);
        return symptom(key);
      },
    },
    asked: () => ({ lookUps: [...lookUps.values()], keys: [...keys] }),
  };
}

/** Returns the function that gives a hash of what the index answers. Each part is hashed once, since most searches ask for it. */
function answersOf(index: AllSymptoms): (asked: Asked) => Promise<string> {
  const hashOfKeys = new Map<string, string>();
  const hashes = index.symptoms.map(hashOfSymptom); // the keys of the index are positions in this list
  const lookUp = async ([word, how]: Asked['lookUps'][number]) => {
    const question = `${how} ${word}`;
    const known = hashOfKeys.get(question);
    if (known !== undefined) return known;
    const hash = cacheKey((await index.lookUp(word, how)).join(' '));
    hashOfKeys.set(question, hash);
    return hash;
  };
  return async ({ lookUps, keys }) => {
    const answers = [
      index.size,
      [...(index.widespread ?? [])],
      await Promise.all(lookUps.map(lookUp)),
      keys.map((key) => hashes[Number(key)]),
    ];
    return cacheKey(JSON.stringify(answers));
  };
}

/** Returns a hash of a symptom as other symptoms' searches may find it. Its pastes are left out: they are what is searched for. */
function hashOfSymptom({ source, samples: _, nearMisses: __, ...found }: IndexedSymptom): string {
  return cacheKey(JSON.stringify([source.slug, found]));
}
