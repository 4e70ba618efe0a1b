/** Numbers of things, in words. */

/** Returns a number and what is counted, in the plural unless it is one: `1 fix`, `2 fixes`. */
export function counted(count: number, what: string): string {
  if (count === 1) return `1 ${what}`;
  return `${count} ${what}${what.endsWith('x') ? 'es' : 's'}`;
}
