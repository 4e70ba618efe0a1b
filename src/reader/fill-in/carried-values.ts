/** Carries values of a paste from an answer to the page of its symptom: in this tab, until it is closed. */

const key = 'values-of-paste';

/** Values of a paste, and the path of the one page that they are for. */
interface Carried {
  path: string;
  values: Record<string, string>;
}

/**
 * Keeps values for a page. Only the last ones are kept. Where a private window refuses storage, nothing is carried.
 *
 * @param url the URL of the page
 * @param values the values, by placeholder name
 */
export function carryValues(url: string, values: ReadonlyMap<string, string>): void {
  const carried: Carried = { path: new URL(url, location.href).pathname, values: Object.fromEntries(values) };
  try {
    sessionStorage.setItem(key, JSON.stringify(carried));
  } catch {
    // The reader can type the values.
  }
}

/** Returns the values that were kept for the open page, by placeholder name. */
export function carriedValues(): ReadonlyMap<string, string> {
  try {
    const carried = JSON.parse(sessionStorage.getItem(key) ?? '{}') as Partial<Carried>;
    return new Map(carried.path === location.pathname ? Object.entries(carried.values ?? {}) : []);
  } catch {
    return new Map();
  }
}
