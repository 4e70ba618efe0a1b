/** All about answering a paste that takes its time. It runs in a worker; where none can start, in the page. */
import { failureOf, SearchFailure } from '../../search/failure.ts';
import { findSymptoms } from '../../search/matcher/find.ts';
import type { SymptomIndex } from '../../search/matcher/symptom-index.ts';
import { openSymptomIndex } from '../../search/index/pagefind.ts';
import { excerptOf } from '../../search/paste/excerpt.ts';
import { toShownAnswer, type ShownAnswer } from '../../search/shown-answer.ts';

/** What can be asked: to load the index in a folder; the answer to a paste, from there; the excerpt of texts and files. */
export type Question =
  | { ask: 'open'; folder: string }
  | { ask: 'answer'; text: string; folder: string }
  | { ask: 'excerpt'; pasted: readonly (string | Blob)[] };

/** What is replied to each. */
export interface Replies {
  open: undefined;
  answer: ShownAnswer;
  excerpt: string;
}

/** So much of a file is read, in bytes. */
const mostBytes = 5_000_000;

/** So long an index is taken for what the host has, in milliseconds: tabs stay open for weeks. */
const freshFor = 3_600_000;

const indexes = new Map<string, { index: Promise<SymptomIndex>; opened: number }>();
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
async function answer(text: string, folder: string): Promise<ShownAnswer> {
  const wasOpen = indexes.has(folder);
  const ask = () => fromIndex(folder, async (index) => toShownAnswer(await findSymptoms(text, index)));
  return ask().catch((error: unknown) => {
    if (wasOpen && failureOf(error) === 'outdated') return ask();
    throw error;
  });
}

/** After a failure the index is opened anew the next time, at another address, since browsers remember failures. */
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

/** An index that is no longer fresh serves on where the present one cannot be opened. */
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
