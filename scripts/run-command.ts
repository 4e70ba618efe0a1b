/** What all commands share: how they read their arguments and how they fail. */
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { UserError } from '../src/user-error.ts';

/**
 * Runs a command. A `UserError` is printed without its stack; any other error is a bug and is printed with it.
 *
 * @param work what the command does
 * @param exitCode the exit code after an error
 */
export async function runCommand(work: () => Promise<void> | void, exitCode = 1): Promise<void> {
  try {
    await work();
  } catch (error) {
    console.error(error instanceof UserError ? error.message : error);
    process.exitCode = exitCode;
  }
}

/**
 * Reads the arguments of the command line.
 *
 * @param config the accepted options, as for `parseArgs`
 * @param usage the usage of the command, for the message about a wrong argument
 */
export function readArguments<const Config extends ParseArgsConfig>(config: Config, usage: string): ReturnType<typeof parseArgs<Config>> {
  try {
    return parseArgs(config);
  } catch (error) {
    if (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))
      throw new UserError(`${error.message}\n${usage}`);
    throw error;
  }
}
