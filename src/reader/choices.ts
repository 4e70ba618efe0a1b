/** Settings that a reader chose for all pages, stored in this browser. Where a private window refuses storage, they last for the open page. */

/** Returns the value that is stored under a name, if there is one. */
export function keptChoice(name: string): string | undefined {
  try {
    return localStorage.getItem(name) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Stores a value under a name, or removes the name when the value is undefined. */
export function keepChoice(name: string, value: string | undefined): void {
  try {
    if (value === undefined) localStorage.removeItem(name);
    else localStorage.setItem(name, value);
  } catch {
    // The choice holds for this page.
  }
}
