/** All about answering a paste that takes its time. It runs in a worker; where none can start, in the page. */
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
 * @throws when the index or a file cannot be read
 */
export async function replyTo(question: Question): Promise<Replies[keyof Replies]> {
  if (question.ask !== 'excerpt') {
    const index = await openIndex(question.folder);
    return question.ask === 'answer' ? tell(await findFaults(question.text, index)) : undefined;
  }
  const texts = question.pasted.map((part) => (typeof part === 'string' ? Promise.resolve(part) : part.slice(0, mostBytes).text()));
  return excerptOf((await Promise.all(texts)).join('\n').trim());
}

/** An index is opened once; an attempt that failed is made again the next time, at another address, since browsers remember failures. */
function openIndex(folder: string): Promise<FaultIndex> {
  const index =
    indexes.get(folder) ??
    openFaultIndex(`${folder}pagefind.js${failures ? `?attempt=${failures}` : ''}`, folder).catch((error: unknown) => {
      indexes.delete(folder);
      failures++;
      throw error;
    });
  indexes.set(folder, index);
  return index;
}
