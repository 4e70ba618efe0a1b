/** Files from a host that may be slow, silent or newer than the page: all of a file or the reason why not, and no wait without end. */
import { SearchFailure } from '../failure.ts';
import { timeoutMs } from './timeout.ts';

/** A connection that broke off gets so long to come back before the second attempt, in milliseconds. */
const retryDelayMs = 500;

/**
 * Downloads a file. What breaks off or arrives damaged is asked for once more, past the browser's cache.
 *
 * @param url where it is
 * @param parse makes of the bytes what is wanted; throws when they are not all there
 * @throws {SearchFailure} when it does not come, or not whole
 */
export async function download<T>(url: string, parse: (bytes: ArrayBuffer) => T | Promise<T>): Promise<T> {
  try {
    return await attempt(url, parse, 'default');
  } catch (error) {
    if (!(error instanceof RetryableFailure)) throw error;
    await new Promise((resolve) => setTimeout(resolve, retryDelayMs));
    return attempt(url, parse, 'reload');
  }
}

/** A failure that may be over a moment later. */
class RetryableFailure extends SearchFailure {}

async function attempt<T>(url: string, parse: (bytes: ArrayBuffer) => T | Promise<T>, cache: RequestCache): Promise<T> {
  const { bytes, status } = await fetchBytes(url, cache);
  if (status === 404 || status === 410) throw new SearchFailure('outdated', `${url} is gone.`);
  if (!bytes) throw new RetryableFailure('unreachable', `${url} answered with status ${status}.`);
  try {
    return await parse(bytes);
  } catch (error) {
    throw new RetryableFailure('outdated', `${url} did not arrive whole, or is no such file.`, error);
  }
}

/** The bytes of a file, if the host gives it. Each piece that comes renews the timeout, so that slow is not silent. */
async function fetchBytes(url: string, cache: RequestCache): Promise<{ status: number; bytes?: ArrayBuffer }> {
  const controller = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const restartTimer = () => {
    clearTimeout(timer);
    timer = setTimeout(() => controller.abort(), timeoutMs);
  };
  restartTimer();
  try {
    const response = await fetch(url, { cache, signal: controller.signal });
    const { ok, status, body } = response;
    if (!ok || !body) return { status };
    const chunks = body.pipeThrough(
      new TransformStream<Uint8Array, Uint8Array>({
        transform(chunk, output) {
          restartTimer();
          output.enqueue(chunk);
        },
      }),
    );
    return { status, bytes: await new Response(chunks).arrayBuffer() };
  } catch (error) {
    if (controller.signal.aborted) throw new SearchFailure('unreachable', `The host went silent over ${url}.`, error);
    throw new RetryableFailure('unreachable', `${url} could not be loaded.`, error);
  } finally {
    clearTimeout(timer);
  }
}
