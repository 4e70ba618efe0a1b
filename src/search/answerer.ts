/**
 * Answers pastes in a worker, so that neither a log of megabytes nor the start of the index holds up a key. The worker starts with the
 * first question, and serves all that the page asks. Where it cannot start, the page answers by itself.
 */
import { scriptAddress } from '../security/script-address.ts';
import workerAddress from './answer.worker.ts?worker&url';
import type { Question, Replies } from './answering.ts';
import type { ToldAnswer } from './told-answer.ts';

/** A question on its way to the worker. */
export interface Asked {
  id: number;
  question: Question;
}
/** What the worker sends back. */
export type Replied = { id: number; reply: Replies[keyof Replies] } | { id: number; failure: string };

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
 * @throws when the index cannot be loaded
 */
export const answerTo = (text: string, folder: string): Promise<ToldAnswer> =>
  ask({ ask: 'answer', text, folder }) as Promise<Replies['answer']>;

/**
 * Loads the search index ahead of the first question.
 *
 * @param folder address of its folder
 * @throws when it cannot be loaded
 */
export const openIndex = (folder: string): Promise<void> => ask({ ask: 'open', folder }) as Promise<Replies['open']>;

/**
 * Makes what was pasted short enough for an address.
 *
 * @param pasted texts and files, in their order; of a file the first 5 MB
 * @throws when a file cannot be read
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
  const started = new Worker(scriptAddress(workerAddress), { type: 'module' });
  started.addEventListener('message', ({ data }: MessageEvent<Replied>) => {
    const asked = waiting.get(data.id);
    waiting.delete(data.id);
    if ('reply' in data) asked?.resolve(data.reply);
    else asked?.reject(new Error(data.failure));
  });
  started.addEventListener('error', (event) => {
    event.preventDefault();
    answerInPage();
  });
  return started;
}

/** From now on there is no worker: what waits for one is answered here. */
function answerInPage(): void {
  cannotStart = true;
  worker?.terminate();
  const left = [...waiting.values()];
  waiting.clear();
  const answering = import('./answering.ts');
  for (const { question, resolve, reject } of left) answering.then(({ replyTo }) => replyTo(question)).then(resolve, reject);
}
