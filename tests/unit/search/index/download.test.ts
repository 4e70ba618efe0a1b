import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { download } from '../../../../src/search/index/download.ts';
import { failureOf } from '../../../../src/search/failure.ts';
import { timeoutMs, withTimeout } from '../../../../src/search/index/timeout.ts';

const fetchFile = vi.fn<(address: string, options: RequestInit) => Promise<Response>>();
const text = (bytes: ArrayBuffer) => new TextDecoder().decode(bytes);
const failure = (asked: Promise<unknown>) => asked.then(() => 'none', failureOf);

/** An answer that comes in pieces, each after so many milliseconds; a body that goes silent never ends. */
const inPieces = (pieces: number, every: number, { silent = false } = {}) =>
  Promise.resolve(
    new Response(
      new ReadableStream<Uint8Array>({
        async start(body) {
          for (let piece = 0; piece < pieces; piece++) {
            await new Promise((resolve) => setTimeout(resolve, every));
            body.enqueue(new TextEncoder().encode('x'));
          }
          if (!silent) body.close();
        },
      }),
    ),
  );

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('fetch', fetchFile);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  fetchFile.mockReset();
});

test('a file that comes is read, by one request', async () => {
  fetchFile.mockImplementation(() => Promise.resolve(new Response('all of it')));
  expect(await download('/file', text)).toBe('all of it');
  expect(fetchFile).toHaveBeenCalledTimes(1);
});

test('a download that breaks off is retried once and bypasses the cache', async () => {
  fetchFile.mockRejectedValueOnce(new TypeError('network error'));
  fetchFile.mockImplementation(() => Promise.resolve(new Response('all of it')));
  const asked = download('/file', text);
  await vi.runAllTimersAsync();
  expect(await asked).toBe('all of it');
  expect(fetchFile.mock.calls.map(([, { cache }]) => cache)).toEqual(['default', 'reload']);
});

test.each([
  ['a connection that breaks off', () => Promise.reject(new TypeError('network error')), 'unreachable', 2],
  ['a server that is overloaded', () => Promise.resolve(new Response('', { status: 503 })), 'unreachable', 2],
  ['a file that is gone', () => Promise.resolve(new Response('', { status: 404 })), 'outdated', 1],
  ['a file that cannot be read', () => Promise.resolve(new Response('<!doctype html>')), 'outdated', 2],
])('%s ends in a reason', async (_, answer, reason, attempts) => {
  fetchFile.mockImplementation(answer);
  const asked = failure(download('/file', (bytes) => JSON.parse(text(bytes)) as unknown));
  await vi.runAllTimersAsync();
  expect(await asked).toBe(reason);
  expect(fetchFile).toHaveBeenCalledTimes(attempts);
});

test('a slow download may take long, as long as data arrives', async () => {
  fetchFile.mockImplementation(() => inPieces(5, timeoutMs - 1));
  const asked = download('/file', text);
  await vi.advanceTimersByTimeAsync(5 * timeoutMs);
  expect(await asked).toBe('xxxxx');
});

test('a download that stalls fails after a timeout', async () => {
  // The abort ends the body, as in a browser.
  fetchFile.mockImplementation(async (_, { signal }) => {
    const { body } = await inPieces(2, 10, { silent: true });
    return new Response(body?.pipeThrough(new TransformStream(), signal ? { signal } : {}));
  });
  const asked = failure(download('/file', text));
  await vi.advanceTimersByTimeAsync(timeoutMs + 100);
  expect(await asked).toBe('unreachable');
  expect(fetchFile).toHaveBeenCalledTimes(1);
});

test('a promise without progress fails after a timeout too', async () => {
  const asked = failure(withTimeout(new Promise(() => {}), 'The script'));
  await vi.advanceTimersByTimeAsync(timeoutMs);
  expect(await asked).toBe('unreachable');
});
