/**
 * Which matches stand inside another one.
 *
 *   paste     Memory cgroup out of memory: Kill process 31207 (gunicorn) score 968 or sacrifice child
 *   the host  ···············out of memory: Kill process ·····················score ···or sacrifice child
 *
 * A shorter message that is a part of a longer one was not printed: claiming it as well would name a fault that is not there.
 */
import type { Alignment } from './align.ts';

/**
 * Whether an alignment lies wholly within another, which says more.
 *
 * @param inner the alignment that may lie within
 * @param outer the other one, of the same paste
 */
export function isContained(inner: Alignment, outer: Alignment): boolean {
  if (inner.score >= outer.score) return false;
  const places = new Set(outer.places);
  return inner.places.every((place) => place === -1 || places.has(place));
}
