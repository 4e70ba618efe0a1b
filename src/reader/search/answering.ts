/** Answers pastes, which takes time. It runs in a worker, or in the page if the browser cannot start the worker. */
import { failureOf, SearchFailure, type Failure } from '../../search/failure.ts';
import { findSymptoms } from '../../search/matcher/find.ts';
import type { SymptomIndex } from '../../search/matcher/symptom-index.ts';
import { openSymptomIndex } from '../../search/index/pagefind.ts';
import { excerptOf } from '../../search/paste/excerpt.ts';
import { toShownAnswer, type ShownAnswer } from '../../search/shown-answer.ts';

/** A question: load the index in a folder; answer a paste from the index in a folder; make an excerpt of texts and files. */
export type Question =
  | { ask: 'open'; folder: string }
  | { ask: 'answer'; text: string; folder: string }
  | { ask: 'excerpt'; pasted: readonly (string | Blob)[] };

/** The reply to each question. */
export interface Replies {
  open: undefined;
  answer: ShownAnswer;
  excerpt: string;
}

/** A message to the worker: a question with its number. */
export interface Asked {
  id: number;
  question: Question;
}
/** A message from the worker: first that it runs, then a reply or an error for each question. */
export type Replied = 'started' | { id: number; reply: Replies[keyof Replies] } | { id: number; failure: Failure; error: unknown };

/** At most this much of a file is read, in bytes. */
const mostBytes = 5_000_000;

/** How long an open index is used before it is reopened, in milliseconds: tabs stay open for weeks. */
const freshFor = 3_600_000;

const indexes = new Map<string, { index: Promise<SymptomIndex>; opened: number }>();
let failures = 0;

/**
 * Replies to a question.
 *
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

/** Answers a paste. If its files are gone, because a new version of the site was published, the index is reopened once. */
async function answer(text: string, folder: string): Promise<ShownAnswer> {
  const wasOpen = indexes.has(folder);
  const ask = () => fromIndex(folder, async (index) => toShownAnswer(await findSymptoms(text, index)));
  return ask().catch((error: unknown) => {
    if (wasOpen && failureOf(error) === 'outdated') return ask();
    throw error;
  });
}

/** Asks the index. After a failure the next question reopens it with another URL: browsers do not load a module again that failed. */
async function fromIndex<T>(folder: string, ask: (index: SymptomIndex) => Promise<T>): Promise<T> {
  const index = indexIn(folder);
  try {
    return await ask(await index);
  } catch (error) {
    if (indexes.get(folder)?.index === index) {
      indexes.delete(folder);
      failures++;
    }
    throw error;
  }
}

/** Returns the index. An index that is too old is reopened; if that fails, the old one stays in use. */
function indexIn(folder: string): Promise<SymptomIndex> {
  const known = indexes.get(folder);
  if (known && Date.now() - known.opened < freshFor) return known.index;
  const opening = openSymptomIndex(`${folder}pagefind.js${failures ? `?attempt=${failures}` : ''}`, folder);
  const index = known ? opening.catch(() => known.index) : opening;
  indexes.set(folder, { index, opened: Date.now() });
  return index;
}

async function textOf(part: string | Blob): Promise<string> {
  if (typeof part === 'string') return part;
  try {
    return await part.slice(0, mostBytes).text();
  } catch (error) {
    throw new SearchFailure('unreadable', 'A file could not be read.', error);
  }
}
