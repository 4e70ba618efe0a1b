/** Fills commands with values from a paste. */

/**
 * Values that no shell, SQL client or YAML parser reads as more than one plain word. A paste may come from anybody, and its values end up in
 * commands that people run.
 */
const plainWord = /^[\w.:/@%+,][\w.:/@%+,-]*$/;
const placeholder = /<([a-z]+)>/g;

/**
 * Returns a command with its placeholders replaced by values. Placeholders without a value stay.
 *
 * @param command the command, with `<placeholders>`
 * @param values the values from the paste, by placeholder name
 */
export const fillIn = (command: string, values: ReadonlyMap<string, string>): string =>
  command.replace(placeholder, (whole, name: string) => values.get(name) ?? whole);

/**
 * Returns the names of the placeholders in commands, in the order in which they first occur.
 *
 * @param commands the commands
 */
export const placeholdersIn = (commands: readonly string[]): string[] => [
  ...new Set(commands.flatMap((command) => [...command.matchAll(placeholder)].flatMap(([, name]) => name ?? []))),
];

/**
 * Returns the values of a paste that may stand in commands: those that are plain words.
 *
 * @param values the values from the paste, by placeholder name
 */
export const safeValues = (values: ReadonlyMap<string, string>): Map<string, string> =>
  new Map([...values].filter(([, value]) => plainWord.test(value)));
