/** Files from a host that may be slow, silent or newer than the page: all of a file or the reason why not, and no wait without end. */
import { SearchFailure } from '../failure.ts';
import { timeoutMs } from './timeout.ts';

/** A connection that broke off gets so long to come back before the second attempt, in milliseconds. */
const pause = 500;

/**
 * Downloads a file. What breaks off or arrives damaged is asked for once more, past the browser's cache.
 *
 * @param address where it is
 * @param read makes of the bytes what is wanted; throws when they are not all there
 * @throws {SearchFailure} when it does not come, or not whole
 */
export async function download<T>(address: string, read: (bytes: ArrayBuffer) => T | Promise<T>): Promise<T> {
  try {
    return await attempt(address, read, 'default');
  } catch (error) {
    if (!(error instanceof BrokenOff)) throw error;
    await new Promise((resolve) => setTimeout(resolve, pause));
    return attempt(address, read, 'reload');
  }
}

/** A failure that may be over a moment later. */
class BrokenOff extends SearchFailure {}

async function attempt<T>(address: string, read: (bytes: ArrayBuffer) => T | Promise<T>, cache: RequestCache): Promise<T> {
  const { bytes, status } = await receive(address, cache);
  if (status === 404 || status === 410) throw new SearchFailure('outdated', `${address} is gone.`);
  if (!bytes) throw new BrokenOff('unreachable', `${address} answered with status ${status}.`);
  try {
    return await read(bytes);
  } catch (error) {
    throw new BrokenOff('outdated', `${address} did not arrive whole, or is no such file.`, error);
  }
}

/** The bytes of a file, if the host gives it. Each piece that comes renews the timeout, so that slow is not silent. */
async function receive(address: string, cache: RequestCache): Promise<{ status: number; bytes?: ArrayBuffer }> {
  const silent = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(() => silent.abort(), timeoutMs);
  };
  wait();
  try {
    const response = await fetch(address, { cache, signal: silent.signal });
    const { ok, status, body } = response;
    if (!ok || !body) return { status };
    const pieces = body.pipeThrough(
      new TransformStream<Uint8Array, Uint8Array>({
        transform(piece, into) {
          wait();
          into.enqueue(piece);
        },
      }),
    );
    return { status, bytes: await new Response(pieces).arrayBuffer() };
  } catch (error) {
    if (silent.signal.aborted) throw new SearchFailure('unreachable', `The host went silent over ${address}.`, error);
    throw new BrokenOff('unreachable', `${address} could not be loaded.`, error);
  } finally {
    clearTimeout(timer);
  }
}
