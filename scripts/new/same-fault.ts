/** Finds out whether two slugs are about the same fault, as far as their words say. */

/** Words that say nothing about a fault. */
const fillers = new Set(['a', 'an', 'and', 'by', 'for', 'from', 'in', 'is', 'not', 'of', 'on', 'or', 'the', 'to', 'with']);

/** Returns the words of a slug behind the technology, with which slugs begin: each once, and without the plural's "s". */
const topicOf = (slug: string): Set<string> =>
  new Set(
    slug
      .split('-')
      .slice(1)
      .filter((word) => !fillers.has(word))
      .map((word) => (word.length > 3 ? word.replace(/s$/, '') : word)),
  );

/**
 * Whether two slugs seem to be about the same fault of the same technology: all words of one are in the other, or they share a code
 * such as `502`, or two words.
 */
export function isSameFault(one: string, other: string): boolean {
  if (one.split('-', 1)[0] !== other.split('-', 1)[0]) return false;
  const [a, b] = [topicOf(one), topicOf(other)];
  const shared = [...a].filter((word) => b.has(word));
  if (shared.length === 0) return false;
  return shared.length >= Math.min(2, a.size, b.size) || shared.some((word) => /^\d{3,}$/.test(word));
}
