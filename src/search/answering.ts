/** All about answering a paste that takes its time. It runs in a worker; where none can start, in the page. */
import { failureOf, SearchFailure } from './failure.ts';
import { findFaults, type FaultIndex } from './matcher/find.ts';
import { openFaultIndex } from './pagefind.ts';
import { excerptOf } from './paste/excerpt.ts';
import { tell, type ToldAnswer } from './told-answer.ts';

/** What can be asked: to load the index in a folder; the answer to a paste, from there; the excerpt of texts and files. */
export type Question =
  | { ask: 'open'; folder: string }
  | { ask: 'answer'; text: string; folder: string }
  | { ask: 'excerpt'; pasted: readonly (string | Blob)[] };

/** What is replied to each. */
export interface Replies {
  open: undefined;
  answer: ToldAnswer;
  excerpt: string;
}

/** So much of a file is read, in bytes. */
const mostBytes = 5_000_000;

const indexes = new Map<string, Promise<FaultIndex>>();
let failures = 0;

/**
 * Replies to a question.
 *
 * @param question what is asked
 * @throws {SearchFailure} when the index or a file cannot be read
 */
export async function replyTo(question: Question): Promise<Replies[keyof Replies]> {
  switch (question.ask) {
    case 'open':
      return fromIndex(question.folder, () => Promise.resolve(undefined));
    case 'answer':
      return answer(question.text, question.folder);
    case 'excerpt':
      return excerptOf((await Promise.all(question.pasted.map(textOf))).join('\n').trim());
  }
}

/** An index that was opened before the site was published anew asks for files that are gone by now: it is opened again. */
async function answer(text: string, folder: string): Promise<ToldAnswer> {
  const wasOpen = indexes.has(folder);
  const ask = () => fromIndex(folder, async (index) => tell(await findFaults(text, index)));
  return ask().catch((error: unknown) => {
    if (wasOpen && failureOf(error) === 'outdated') return ask();
    throw error;
  });
}

/** An index is opened once. After a failure it is opened anew the next time, at another address, since browsers remember failures. */
async function fromIndex<T>(folder: string, ask: (index: FaultIndex) => Promise<T>): Promise<T> {
  const index = indexes.get(folder) ?? openFaultIndex(`${folder}pagefind.js${failures ? `?attempt=${failures}` : ''}`, folder);
  indexes.set(folder, index);
  try {
    return await ask(await index);
  } catch (error) {
    if (indexes.get(folder) === index) {
      indexes.delete(folder);
      failures++;
    }
    throw error;
  }
}

async function textOf(part: string | Blob): Promise<string> {
  if (typeof part === 'string') return part;
  try {
    return await part.slice(0, mostBytes).text();
  } catch (error) {
    throw new SearchFailure('unreadable', 'A file could not be read.', error);
  }
}
