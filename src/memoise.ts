/**
 * Makes a function that works once for each object, which must not change, and remembers the result for as long as the object is there.
 *
 * @param work what to do with an object
 */
export function memoiseByObject<Key extends object, Value extends object>(work: (key: Key) => Value): (key: Key) => Value {
  const known = new WeakMap<Key, Value>();
  return (key) => {
    const value = known.get(key) ?? work(key);
    known.set(key, value);
    return value;
  };
}
