/** What all commands share: how they read their arguments and how they fail. */
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { UserError } from '../src/user-error.ts';

/**
 * Runs a command. A `UserError` is printed without its stack and makes the exit code 1; any other error is a bug and keeps its stack.
 *
 * @param work what the command does
 */
export async function runCommand(work: () => Promise<void> | void): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}

/**
 * Reads the arguments of the command line.
 *
 * @param config the options that there are, as for `parseArgs`
 * @param usage how the command is used, for the message when an argument is wrong
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
