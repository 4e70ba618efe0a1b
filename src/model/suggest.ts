/** Suggestions for an unknown name. */
import { distance } from 'fastest-levenshtein';

/**
 * Returns advice for an unknown name: the nearest known name, if one is near enough, and the accepted names.
 *
 * @param name the unknown name
 * @param known the accepted names
 */
export function suggest(name: string, known: readonly string[]): string {
  if (known.length === 0) return 'remove it: there is nothing of that kind to refer to';
  const byDistance = nearestFirst(name, known);
  const near = nearOf(name, known);
  const list = known.length <= 12 ? known : byDistance.slice(0, 8);
  const accepted = `accepted: ${list.join(', ')}${list.length < known.length ? ', …' : ''}`;
  return near ? `did you mean "${near}"? ${accepted}` : accepted;
}

/** Returns the known name with the smallest edit distance; an empty text when no name is known. */
export const nearestOf = (name: string, known: readonly string[]): string => nearestFirst(name, known)[0] ?? '';

/** Returns the nearest known name, if it is near enough to be a likely misspelling. */
export function nearOf(name: string, known: readonly string[]): string | undefined {
  const most = Math.max(2, name.length / 4);
  // The edit distance is at least the difference of the lengths, which is cheap to compute.
  const [nearest] = nearestFirst(
    name,
    known.filter((other) => Math.abs(other.length - name.length) <= most),
  );
  return nearest !== undefined && distance(name, nearest) <= most ? nearest : undefined;
}

const nearestFirst = (name: string, known: readonly string[]): string[] => {
  const distances = new Map(known.map((other) => [other, distance(name, other)] as const));
  return known.toSorted((a, b) => (distances.get(a) ?? 0) - (distances.get(b) ?? 0) || a.localeCompare(b));
};
