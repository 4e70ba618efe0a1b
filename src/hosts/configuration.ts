/** The syntax that the configuration of nginx and that of Caddy share. */

/**
 * Returns the lines of a block.
 *
 * @param head what stands before its brace
 * @param lines what is in it
 */
export const block = (head: string, lines: readonly string[]): string[] => [
  `${head} {`,
  ...lines.map((line) => (line ? `\t${line}` : line)),
  '}',
];

/**
 * Returns a header's value in double quotes.
 *
 * @throws when the value has a character that nginx or Caddy would interpret: no header of the site needs one
 */
export function quoted(value: string): string {
  if (/["\\${}]/.test(value)) throw new Error(`A value for nginx.conf and Caddyfile has one of " \\ $ { }: ${value}`);
  return `"${value}"`;
}
