/**
 * Returns a memoised form of a function: it runs once for each object, and its result is kept as long as the object is in use.
 *
 * The objects must not change, and the results must be objects too. `@emotion/weak-memoize` does the same in as many lines, which are too
 * few for a dependency. `memoize`, `micro-memoize` and `memoize-weak` do more than is needed, in code that pages would download.
 *
 * @param work computes the result of an object
 */
export function memoiseByObject<Key extends object, Value extends object>(work: (key: Key) => Value): (key: Key) => Value {
  const known = new WeakMap<Key, Value>();
  return (key) => {
    const value = known.get(key) ?? work(key);
    known.set(key, value);
    return value;
  };
}
