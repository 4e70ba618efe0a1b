/**
 * Answers pastes in a worker, so that neither a log of megabytes nor the start of the index holds up a key. The worker starts with the
 * first question, and serves all that the page asks. Where it cannot start, the page answers by itself.
 */
import { trustedScriptUrl } from '../../security/script-url.ts';
import workerAddress from './answer.worker.ts?worker&url';
import type { Question, Replies } from './answering.ts';
import { SearchFailure, type Failure } from '../../search/failure.ts';
import { timeoutMs, withTimeout } from '../../search/index/timeout.ts';
import type { ShownAnswer } from '../../search/shown-answer.ts';

/** A question on its way to the worker. */
export interface Asked {
  id: number;
  question: Question;
}
/** What the worker sends back; first of all, that it runs. */
export type Replied = 'started' | { id: number; reply: Replies[keyof Replies] } | { id: number; failure: Failure; message: string };

interface Waiting extends Asked {
  resolve: (reply: Replies[keyof Replies]) => void;
  reject: (error: unknown) => void;
}

const waiting = new Map<number, Waiting>();
let worker: Worker | undefined;
let cannotStart = false;
let last = 0;

/**
 * Answers a paste.
 *
 * @param text the paste
 * @param folder address of the folder with the search index
 * @throws {SearchFailure} when the search or its index cannot be loaded
 */
export const answerTo = (text: string, folder: string): Promise<ShownAnswer> =>
  ask({ ask: 'answer', text, folder }) as Promise<Replies['answer']>;

/**
 * Loads the search index ahead of the first question.
 *
 * @param folder address of its folder
 * @throws {SearchFailure} when it cannot be loaded
 */
export const openIndex = (folder: string): Promise<void> => ask({ ask: 'open', folder }) as Promise<Replies['open']>;

/**
 * Makes what was pasted short enough for an address.
 *
 * @param pasted texts and files, in their order; of a file the first 5 MB
 * @throws {SearchFailure} when a file cannot be read, or what reads it cannot be loaded
 */
export const excerptFrom = (pasted: readonly (string | Blob)[]): Promise<string> =>
  ask({ ask: 'excerpt', pasted }) as Promise<Replies['excerpt']>;

function ask(question: Question): Promise<Replies[keyof Replies]> {
  const id = ++last;
  return new Promise((resolve, reject) => {
    waiting.set(id, { id, question, resolve, reject });
    if (cannotStart) return answerInPage();
    try {
      worker ??= start();
      worker.postMessage({ id, question } satisfies Asked);
    } catch {
      answerInPage();
    }
  });
}

function start(): Worker {
  const started = new Worker(trustedScriptUrl(workerAddress), { type: 'module' });
  const silent = setTimeout(() => {
    stop();
    for (const { reject } of takeWaiting()) reject(new SearchFailure('unreachable', workerAddress));
  }, timeoutMs);
  started.addEventListener('message', ({ data }: MessageEvent<Replied>) => {
    if (data === 'started') return clearTimeout(silent);
    const asked = waiting.get(data.id);
    waiting.delete(data.id);
    if ('reply' in data) asked?.resolve(data.reply);
    else asked?.reject(new SearchFailure(data.failure, data.message));
  });
  started.addEventListener('error', (event) => {
    event.preventDefault();
    clearTimeout(silent);
    answerInPage();
  });
  return started;
}

function stop(): void {
  worker?.terminate();
  worker = undefined;
}

function takeWaiting(): Waiting[] {
  const taken = [...waiting.values()];
  waiting.clear();
  return taken;
}

/** From now on there is no worker: what waits for one is answered here. */
function answerInPage(): void {
  cannotStart = true;
  stop();
  const answering = withTimeout(import('./answering.ts'), workerAddress).catch((error: unknown) => {
    cannotStart = false; // the browser remembers that the module failed; a worker is loaded anew
    throw new SearchFailure('unreachable', workerAddress, error);
  });
  for (const { question, resolve, reject } of takeWaiting()) answering.then(({ replyTo }) => replyTo(question)).then(resolve, reject);
}
