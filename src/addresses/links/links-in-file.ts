/** The links to the site in a file, each with its place, by the format of the file. */
import { LineCounter } from 'yaml';
import type { Place } from '../../model/body.ts';
import { findLinks, type FoundLink } from './find-links.ts';
import { linksInMarkdown } from './markdown-links.ts';
import { linksInYaml, YamlError, type FieldLink } from './yaml-links.ts';

/** How a file is read. `text` is anything: logs, JSON, CSV, HTML, wiki markup. */
export const linkFormats = ['yaml', 'markdown', 'text'] as const;
/** @see linkFormats */
export type LinkFormat = (typeof linkFormats)[number];

/** A link in a file. */
export interface PlacedLink extends Place {
  url: string;
  /** What it is said of, e.g. `alert "RedisFull", annotations.runbook_url`. */
  where?: string;
}

/** A file that cannot be read as what it is. */
export class UnreadableFile extends Error {
  readonly place: Place;
  constructor(message: string, place: Place) {
    super(message);
    this.place = place;
  }
}

/** The format of a file, by its name. */
export function formatOf(file: string): LinkFormat {
  if (/\.(ya?ml|rules)$/i.test(file)) return 'yaml';
  return /\.(md|mdx|markdown)$/i.test(file) ? 'markdown' : 'text';
}

/**
 * Finds the links to the site in a file, in the order in which they stand there.
 *
 * @param text the content of the file
 * @param format how it is read
 * @param home the whole address of the site
 * @throws {UnreadableFile} when it is not of that format
 */
export function linksInFile(text: string, format: LinkFormat, home: string): PlacedLink[] {
  const lines = lineCounterOf(text);
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
  const told = parsedLinks(text, format, home, placeAt);
  // What is no value, such as a comment or code, is read as plain text.
  const others: FieldLink[] = findLinks(masked(text, told), home);
  return [...told, ...others]
    .toSorted((a, b) => a.start - b.start)
    .map(({ url, start, where }) => ({ url, ...placeAt(start), ...(where && { where }) }));
}

function parsedLinks(text: string, format: LinkFormat, home: string, placeAt: (offset: number) => Place): FieldLink[] {
  if (format === 'markdown') return linksInMarkdown(text, home);
  if (format === 'text') return [];
  try {
    return linksInYaml(text, home);
  } catch (error) {
    throw error instanceof YamlError ? new UnreadableFile(error.message, placeAt(error.offset)) : error;
  }
}

function lineCounterOf(text: string): LineCounter {
  const counter = new LineCounter();
  counter.addNewLine(0);
  for (const { index } of text.matchAll(/\n/g)) counter.addNewLine(index + 1);
  return counter;
}

/** The text with what was found blanked out at the same length. */
function masked(text: string, found: readonly FoundLink[]): string {
  let rest = '';
  let from = 0;
  for (const { start, end } of found.toSorted((a, b) => a.start - b.start)) {
    if (end <= from) continue;
    rest += text.slice(from, Math.max(from, start)) + ' '.repeat(end - Math.max(from, start));
    from = end;
  }
  return rest + text.slice(from);
}
