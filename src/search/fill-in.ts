/** Commands with the values of a paste in them. */

/**
 * Fills the values of a paste into a command.
 *
 * @param command the command, with `<placeholders>`
 * @param values what was lifted from the paste
 */
export const fillIn = (command: string, values: ReadonlyMap<string, string>): string =>
  command.replace(/<([a-z]+)>/g, (placeholder, name: string) => values.get(name) ?? placeholder);
