/** The pastes that a search is measured on, and which answers are right. */
import { readFile } from 'node:fs/promises';

/** A paste, as a line of `content/search-cases/*.jsonl`. */
export interface Case {
  id: string;
  /** The article that tells of it; `none` or `other:…` where none is meant to. */
  topic: string;
  /** Other right answers. */
  also: readonly string[];
  text: string;
  /** People who know would not agree. */
  ambiguous: boolean;
}

/** The cases that count: those that some article must answer, and those that none may claim. */
export interface CountedCases {
  positives: readonly (Case & { right: ReadonlySet<string> })[];
  negatives: readonly Case[];
}

/**
 * Reads cases.
 *
 * @param files files with one JSON object a line
 */
export async function readCases(files: readonly string[]): Promise<Case[]> {
  const texts = await Promise.all(files.map((file) => readFile(file, 'utf8')));
  return texts
    .flatMap((text) => text.split('\n'))
    .filter((line) => line.trim())
    .map((line) => JSON.parse(line) as Case);
}

/**
 * Sorts cases into those that must be answered and those that must not. A case whose topic has no article while another
 * right answer has one lies between and is left out, as are ambiguous ones.
 *
 * @param cases the cases
 * @param articles the slugs of the articles that exist
 */
export function countedCases(cases: readonly Case[], articles: ReadonlySet<string>): CountedCases {
  const clear = cases.filter(({ ambiguous }) => !ambiguous);
  return {
    positives: clear
      .filter(({ topic }) => articles.has(topic))
      .map((paste) => ({ ...paste, right: new Set([paste.topic, ...(paste.also ?? [])]) })),
    negatives: clear.filter(({ topic, also }) => ![topic, ...(also ?? [])].some((slug) => articles.has(slug))),
  };
}
