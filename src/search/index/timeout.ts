/** The timeout of downloads. In a file of its own, so that a page does not load `download.ts` before the first search. */
import { SearchFailure } from '../failure.ts';

/** How long nothing may arrive before the search gives up, in milliseconds. */
export const timeoutMs = 15_000;

/**
 * Waits for a promise that reports no progress, such as the import of a script.
 *
 * @param promise the promise
 * @param name what is loading, for the error message: usually a URL
 * @throws {SearchFailure} `unreachable` when the promise is not settled after {@link timeoutMs}
 */
export async function withTimeout<T>(promise: Promise<T>, name: string): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new SearchFailure('unreachable', `${name} did not load within ${timeoutMs / 1000} seconds.`)),
      timeoutMs,
    );
  });
  return Promise.race([promise, timeout]).finally(() => clearTimeout(timer));
}

/**
 * Waits for code that is imported.
 *
 * @param code the import
 * @param name what is loading, for the error message
 * @throws {SearchFailure} `unreachable` when it cannot be loaded; browsers do not say why
 */
export const loaded = <T>(code: Promise<T>, name: string): Promise<T> =>
  withTimeout(code, name).catch((error: unknown) => {
    throw error instanceof SearchFailure ? error : new SearchFailure('unreachable', `${name} could not be loaded.`, error);
  });
