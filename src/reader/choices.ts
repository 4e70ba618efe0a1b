/** What a reader chose for all pages, kept in this browser. Some private windows refuse storage: a choice then holds for the open page only. */

/** Returns the value that was kept under a name, if there is one. */
export function keptChoice(name: string): string | undefined {
  try {
    return localStorage.getItem(name) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a value under a name, or forgets the name when the value is undefined. */
export function keepChoice(name: string, value: string | undefined): void {
  try {
    if (value === undefined) localStorage.removeItem(name);
    else localStorage.setItem(name, value);
  } catch {
    // The choice holds for this page.
  }
}
