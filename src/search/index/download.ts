/** Downloads files from a host that may be slow, unreachable, or newer than the page: with a timeout, one retry, and a check of the content. */
import { SearchFailure } from '../failure.ts';
import { timeoutMs } from './timeout.ts';

/** How long to wait before the retry, in milliseconds. */
const retryDelayMs = 500;

/**
 * Downloads and parses a file. After a broken connection, an error status or damaged content it retries once and bypasses the browser's
 * cache. It does not retry after a timeout, a 404 or a 410.
 *
 * @param url the file's URL
 * @param parse turns the bytes into the result; throws when they are incomplete or damaged
 * @throws {SearchFailure} `unreachable` when the file cannot be fetched; `outdated` when it is gone or cannot be parsed
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

/** A failure that a retry may fix. */
class RetryableFailure extends SearchFailure {}

async function attempt<T>(url: string, parse: (bytes: ArrayBuffer) => T | Promise<T>, cache: RequestCache): Promise<T> {
  const { bytes, status } = await fetchBytes(url, cache);
  if (status === 404 || status === 410) throw new SearchFailure('outdated', `${url} does not exist any more.`);
  if (!bytes) throw new RetryableFailure('unreachable', `The server answered ${status} for ${url}.`);
  try {
    return await parse(bytes);
  } catch (error) {
    throw new RetryableFailure('outdated', `${url} is incomplete or damaged.`, error);
  }
}

/** Returns the status, and the bytes when it is a success. Every chunk restarts the timeout: a slow download may take longer, a stalled one fails. */
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
    if (controller.signal.aborted)
      throw new SearchFailure('unreachable', `The server sent nothing of ${url} for ${timeoutMs / 1000} seconds.`, error);
    throw new RetryableFailure('unreachable', `The connection broke while ${url} was loading.`, error);
  } finally {
    clearTimeout(timer);
  }
}
