/** No wait without end. Apart from `download.ts`, so that pages load nothing of that before they ask. */
import { SearchFailure } from '../failure.ts';

/** So long nothing may come, in milliseconds: after that the reader is told. */
export const timeoutMs = 15_000;

/**
 * Waits for something that says nothing while it is coming, such as a script.
 *
 * @param promise what is waited for
 * @param name its address, for the error
 * @throws {SearchFailure} when it has not come in time
 */
export async function withTimeout<T>(promise: Promise<T>, name: string): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new SearchFailure('unreachable', name)), timeoutMs);
  });
  return Promise.race([promise, timeout]).finally(() => clearTimeout(timer));
}
