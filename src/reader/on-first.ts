/**
 * Calls a function once, at the first of some events in the window.
 *
 * @param types the events
 * @param act the function
 * @param counts whether an event counts; by default each does
 */
export function onFirst(types: readonly string[], act: () => void, counts: (event: Event) => boolean = () => true): void {
  const done = new AbortController();
  const listen = (event: Event) => {
    if (!counts(event)) return;
    done.abort();
    act();
  };
  for (const type of types) addEventListener(type, listen, { passive: true, signal: done.signal });
}
