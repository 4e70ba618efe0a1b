/** Fills commands with values from a paste. */

/**
 * Returns a command with its placeholders replaced by values. Placeholders without a value stay.
 *
 * @param command the command, with `<placeholders>`
 * @param values the values from the paste, by placeholder name
 */
export const fillIn = (command: string, values: ReadonlyMap<string, string>): string =>
  command.replace(/<([a-z]+)>/g, (placeholder, name: string) => values.get(name) ?? placeholder);
