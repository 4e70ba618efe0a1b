/** Finds the links to the site in a file, by the format of the file. */
import { LineCounter } from 'yaml';
import type { Place } from '../../model/body.ts';
import { findLinks, type FoundLink } from './find-links.ts';
import { linksInMarkdown } from './markdown-links.ts';
import { linksInYaml, YamlError, type FieldLink } from './yaml-links.ts';

/** The formats of files. `text` stands for all others: logs, JSON, CSV, HTML, wiki markup. */
export const linkFormats = ['yaml', 'markdown', 'text'] as const;
/** @see linkFormats */
export type LinkFormat = (typeof linkFormats)[number];

/** A link in a file. */
export interface PlacedLink extends Place {
  url: string;
  /** The field with the link, e.g. `alert "RedisFull", annotations.runbook_url`. */
  where?: string;
}

/** The error for a file that cannot be parsed in its format. */
export class UnreadableFile extends Error {
  readonly place: Place;
  constructor(message: string, place: Place) {
    super(message);
    this.place = place;
  }
}

/** Returns the format of a file, by its name. */
export function formatOf(file: string): LinkFormat {
  if (/\.(ya?ml|rules)$/i.test(file)) return 'yaml';
  return /\.(md|mdx|markdown)$/i.test(file) ? 'markdown' : 'text';
}

/**
 * Finds the links to the site in a file, in their order.
 *
 * @param text the content of the file
 * @param format the format of the file
 * @param home the URL of the site
 * @throws {UnreadableFile} when the text is not of that format
 */
export function linksInFile(text: string, format: LinkFormat, home: string): PlacedLink[] {
  const lines = lineCounterOf(text);
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
  const told = parsedLinks(text, format, home, placeAt);
  // The rest, such as comments and code, is read as plain text.
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

/** Returns the text with the links that were found replaced by spaces of the same length. */
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
