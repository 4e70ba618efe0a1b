/** Waits that end. Not in `download.ts`, which pages load only with the first question. */
import { SearchFailure } from '../failure.ts';

/** How long nothing may arrive before the reader gets a message, in milliseconds. */
export const patience = 15_000;

/**
 * Waits for something that reports no progress, such as a script.
 *
 * @param coming what is waited for
 * @param what its URL or name, for the error
 * @throws {SearchFailure} when it does not arrive in time
 */
export async function inTime<T>(coming: Promise<T>, what: string): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new SearchFailure('unreachable', what)), patience);
  });
  return Promise.race([coming, late]).finally(() => clearTimeout(timer));
}

/**
 * Waits for code that is imported.
 *
 * @param coming the import
 * @param what its URL or name, for the error
 * @throws {SearchFailure} when it cannot be loaded. Browsers do not say why.
 */
export const loaded = <T>(coming: Promise<T>, what: string): Promise<T> =>
  inTime(coming, what).catch((error: unknown) => {
    throw error instanceof SearchFailure ? error : new SearchFailure('unreachable', `${what} could not be loaded.`, error);
  });
