/**
 * Answers pastes in a worker, so that neither a log of megabytes nor the opening of the index blocks the page. The worker starts with the first
 * question and answers all of them. If it cannot start, the page answers by itself.
 */
import { trustedScriptUrl } from '../../security/script-url.ts';
import workerAddress from './answer.worker.ts?worker&url';
import type { Asked, Question, Replied, Replies } from './answering.ts';
import { SearchFailure } from '../../search/failure.ts';
import { loaded, timeoutMs } from '../../search/index/timeout.ts';
import type { ShownAnswer } from '../../search/shown-answer.ts';

interface Waiting extends Asked {
  resolve: (reply: Replies[keyof Replies]) => void;
  reject: (error: unknown) => void;
}

const waiting = new Map<number, Waiting>();
let worker: Worker | undefined;
let cannotStart = false;
let last = 0;

/**
 * Returns the answer to a paste.
 *
 * @param text the paste
 * @param folder URL of the folder with the search index
 * @throws {SearchFailure} when the search or its index cannot be loaded
 */
export const answerTo = (text: string, folder: string): Promise<ShownAnswer> =>
  ask({ ask: 'answer', text, folder }) as Promise<Replies['answer']>;

/**
 * Loads the search index ahead of the first question.
 *
 * @param folder URL of its folder
 * @throws {SearchFailure} when it cannot be loaded
 */
export const openIndex = (folder: string): Promise<void> => ask({ ask: 'open', folder }) as Promise<Replies['open']>;

/**
 * Returns an excerpt of what was pasted that is short enough for a URL.
 *
 * @param pasted texts and files, in their order; of a file the first 5 MB are read
 * @throws {SearchFailure} when a file cannot be read, or the code that reads it cannot be loaded
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
    else asked?.reject(new SearchFailure(data.failure, String(data.error), data.error));
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

/** Gives up the worker: the page answers all waiting and later questions. */
function answerInPage(): void {
  cannotStart = true;
  stop();
  const answering = loaded(import('./answering.ts'), workerAddress).catch((error: unknown) => {
    cannotStart = false; // the browser would not load this module again after a failure, but it does load a worker again
    throw error;
  });
  for (const { question, resolve, reject } of takeWaiting()) answering.then(({ replyTo }) => replyTo(question)).then(resolve, reject);
}
