/**
 * Finds matches that are part of another match.
 *
 *   paste     Memory cgroup out of memory: Kill process 31207 (gunicorn) score 968 or sacrifice child
 *   the host  ···············out of memory: Kill process ·····················score ···or sacrifice child
 *
 * The shorter message was not printed on its own, so claiming its symptom too would be wrong.
 */
import type { Alignment } from './align.ts';

/**
 * Whether all words of an alignment also belong to another alignment that has a higher score.
 *
 * @param inner the alignment that may be contained
 * @param outer another alignment with the same paste
 */
export function isContained(inner: Alignment, outer: Alignment): boolean {
  if (inner.score >= outer.score) return false;
  const places = new Set(outer.places);
  return inner.places.every((place) => place === -1 || places.has(place));
}
