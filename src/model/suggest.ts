/** Advice for a name that is not known. */
import { distance } from 'fastest-levenshtein';

/**
 * Says which names are accepted, with the nearest one first.
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

/** The known name that is most alike; an empty text when none is known. */
export const nearestOf = (name: string, known: readonly string[]): string => nearestFirst(name, known)[0] ?? '';

/** The known name that is most alike, when it is so much alike that it may be meant. */
export function nearOf(name: string, known: readonly string[]): string | undefined {
  const most = Math.max(2, name.length / 4);
  // Names differ by at least the difference of their lengths, which costs nothing to find.
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
