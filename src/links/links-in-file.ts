/** The links to the site in a file, each with its place, by the format of the file. */
import type { Nodes, Root } from 'mdast';
import { markdownToMdast } from 'satteri';
import { isMap, isPair, isScalar, LineCounter, parseAllDocuments, visit, type Document, type Node, type Pair } from 'yaml';
import type { Place } from '../content-model/body.ts';
import { findLinks, type FoundLink } from './find-links.ts';

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

type Located = FoundLink & { where?: string };

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
  const told = format === 'yaml' ? inYaml(text, home, placeAt) : format === 'markdown' ? inMarkdown(text, home) : [];
  // What is no value, such as a comment or code, is read as plain text.
  const others = findLinks(masked(text, told), home);
  return [...told, ...others]
    .toSorted((a, b) => a.start - b.start)
    .map(({ url, start, where }) => ({ url, ...placeAt(start), ...(where && { where }) }));
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

/**
 * The links of a value, where they stand in its source; the whole source where the format hides them in a way of its own.
 *
 * @param value the value as the format's parser reads it
 * @param from where its source begins in the file
 */
function locate(value: string, source: string, from: number, home: string): FoundLink[] {
  let standing = findLinks(source, home);
  return findLinks(value, home).map(({ url }) => {
    const at = standing.findIndex((link) => link.url === url);
    const found = standing[at] ?? { start: 0, end: source.length };
    standing = standing.slice(at + 1);
    return { url, start: from + found.start, end: from + found.end };
  });
}

function inYaml(text: string, home: string, placeAt: (offset: number) => Place): Located[] {
  const links: Located[] = [];
  const documents: readonly Document[] = parseAllDocuments(text, { prettyErrors: false, uniqueKeys: false });
  for (const document of documents) {
    const [error] = document.errors;
    if (error) throw new UnreadableFile(`YAML that cannot be read: ${error.message.replace(/\.$/, '')}`, placeAt(error.pos[0]));
    visit(document, {
      Scalar: (_, scalar, path) => {
        const [start, end] = scalar.range ?? [0, 0];
        if (typeof scalar.value !== 'string') return;
        links.push(...locate(scalar.value, text.slice(start, end), start, home).map((link) => ({ ...link, where: whereOf(path) })));
      },
    });
  }
  return links;
}

/** Fields that name what a map of a rule or configuration file is about. */
const namingFields = ['alert', 'record', 'name', 'title', 'id'];

/** The fields that lead to a value, from the nearest map that has a name. */
function whereOf(path: readonly (Document | Node | Pair)[]): string {
  const named = path.findLastIndex((node) => isMap(node) && namingFields.some((field) => typeof node.get(field) === 'string'));
  const keys = path.slice(named + 1).flatMap((node) => (isPair(node) && isScalar(node.key) ? [String(node.key.value)] : []));
  const map = path[named];
  const field = isMap(map) ? namingFields.find((candidate) => typeof map.get(candidate) === 'string') : undefined;
  return [...(field && isMap(map) ? [`${field} "${String(map.get(field))}"`] : []), keys.join('.')].join(', ');
}

function inMarkdown(text: string, home: string): Located[] {
  const links: Located[] = [];
  const collect = (node: Nodes): void => {
    const [start = 0, end = 0] = [node.position?.start.offset, node.position?.end.offset];
    if (node.type === 'link' || node.type === 'definition' || node.type === 'image') {
      // The target stands last; what stands before it may show the same address. An address alone is both.
      const shown = 'children' in node ? (node.children.at(-1)?.position?.end.offset ?? start) : start;
      const from = findLinks(text.slice(shown, end), home).length ? shown : start;
      links.push(...locate(node.url, text.slice(from, end), from, home));
    }
    if ('children' in node) node.children.forEach(collect);
  };
  collect(markdownToMdast(text, { position: true }) as Root);
  return links;
}
