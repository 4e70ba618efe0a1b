/**
 * Values by key that outlive a check. What the next check keeps are the values that this one has used, so that values of things that no
 * longer exist do not pile up.
 */
export interface KeptValues<Value> {
  /** Returns the value of a key, and marks it as used; undefined when there is none. */
  get(key: string): Value | undefined;
  set(key: string, value: Value): void;
  /** Returns the values that were used or set. */
  used(): ReadonlyMap<string, Value>;
}

/**
 * Opens kept values.
 *
 * @param before what the last check used
 */
export function keptValues<Value>(before: ReadonlyMap<string, Value> = new Map()): KeptValues<Value> {
  const now = new Map<string, Value>();
  return {
    get: (key) => {
      const value = now.get(key) ?? before.get(key);
      if (value !== undefined) now.set(key, value);
      return value;
    },
    set: (key, value) => void now.set(key, value),
    used: () => now,
  };
}
