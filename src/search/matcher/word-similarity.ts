/** Compares words that are spelt differently but may mean the same. */

/** English endings of one word in several forms; also no ending. */
const suffixes = /^(s|es|d|ed|ing|ion|ions|er|ers|ly|ment)?$/;

/** Whether two words are forms of the same word, such as `connect` and `connections`, or `killed` and `killing`. */
function shareStem(a: string, b: string): boolean {
  let shared = 0;
  while (shared < a.length && shared < b.length && a[shared] === b[shared]) shared++;
  return shared >= 4 && suffixes.test(a.slice(shared)) && suffixes.test(b.slice(shared));
}

/**
 * Whether one word may be a typo of the other: one edit in words of 5 to 7 characters, two in longer ones, none in shorter ones. The
 * first character and all digits must be the same.
 */
function isTypo(a: string, b: string): boolean {
  const allowed = a.length >= 8 ? 2 : a.length >= 5 ? 1 : 0;
  if (a[0] !== b[0] || Math.abs(a.length - b.length) > allowed) return false;
  return a.replace(/\D/g, '') === b.replace(/\D/g, '') && editDistance(a, b) <= allowed;
}

/** Returns the optimal string alignment distance: insertions, deletions, substitutions and swaps of neighbours. */
function editDistance(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, i) => [i, ...new Array<number>(b.length).fill(0)]);
  const at = (i: number, j: number) => rows[i]?.[j] ?? Infinity;
  for (let j = 0; j <= b.length; j++) rows[0]![j] = j;
  for (let i = 1; i <= a.length; i++)
    for (let j = 1; j <= b.length; j++) {
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at(i - 2, j - 2) + 1 : Infinity;
      rows[i]![j] = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1), swapped);
    }
  return at(a.length, b.length);
}

/**
 * Returns how similar two words are, 0 to 1: 1 for the same word, less for another form of it, 0 for different words.
 *
 * @param query the word that somebody pasted or typed
 * @param word a word of a symptom
 * @param fuzzy whether an incomplete word and a typo count as similar too
 */
export function similarity(query: string, word: string, fuzzy: boolean): number {
  if (query === word) return 1;
  if (shareStem(query, word)) return 0.95;
  if (!fuzzy) return 0;
  if (query.length >= 3 && word.startsWith(query)) return 0.8;
  return isTypo(query, word) ? 0.7 : 0;
}
