import { LineCounter, parseDocument, isMap, isNode, type Document } from 'yaml';
import type { z } from 'zod';
import type { Place } from '../model/body.ts';
import { counted } from '../model/counted.ts';
import type { Finding } from '../model/issue.ts';
import type { FieldPath } from '../model/source.ts';

/** A YAML text with the places of its fields. */
export interface YamlSource {
  data: unknown;
  findings: Finding[];
  /** Returns the place of a field; of a missing field, the place of the nearest field around it. */
  placeOf: (path: FieldPath) => Place;
}

/**
 * Reads YAML and keeps the places of its fields.
 *
 * @param text the YAML
 * @param linesBefore the number of lines in the file before the YAML
 */
export function readYaml(text: string, linesBefore = 0): YamlSource {
  const parsed = parse(text, linesBefore);
  return { ...dataOf(parsed), placeOf: placesIn(text, linesBefore, new WeakRef(parsed)) };
}

/**
 * Returns the function that finds the places of fields. It parses the text when a place is asked for, and again when the document was
 * garbage-collected: places are needed only for errors, and the documents of a thousand articles take hundreds of megabytes.
 *
 * @param text the YAML
 * @param linesBefore the number of lines in the file before the YAML
 * @param parsed the document, if it has been parsed already
 */
export function placesIn(text: string, linesBefore: number, parsed?: WeakRef<ParsedYaml>): YamlSource['placeOf'] {
  let kept = parsed;
  return (path) => {
    const { document, placeAt } = kept?.deref() ?? parse(text, linesBefore);
    kept = new WeakRef({ document, placeAt });
    return placeAt(offsetOf(document, path));
  };
}

const dataOf = ({ document, placeAt }: ParsedYaml): Omit<YamlSource, 'placeOf'> => ({
  data: document.errors.length ? undefined : document.toJS(),
  findings: document.errors.map((error) => ({
    kind: 'frontmatter-syntax',
    ...placeAt(error.pos[0]),
    found: `YAML that cannot be read: ${error.message.replace(/\.$/, '')}`,
    mend: 'quote values that contain ": ", "#", quotes or brackets; use a block scalar (|-) for several lines',
  })),
});

interface ParsedYaml {
  document: Document;
  placeAt: (offset: number) => Place;
}

function parse(text: string, linesBefore: number): ParsedYaml {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  return {
    document,
    placeAt: (offset) => {
      const { line, col } = lines.linePos(offset);
      return { line: line + linesBefore, column: col };
    },
  };
}

/** The offset of a field's key, or of the item of a list. */
function offsetOf(document: Document, path: FieldPath): number {
  for (let length = path.length; length > 0; length--) {
    const parent: unknown = length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true);
    const last = path[length - 1];
    if (isMap(parent)) {
      const pair = parent.items.find(({ key }) => isNode(key) && String(key) === String(last));
      if (pair && isNode(pair.key) && pair.key.range) return pair.key.range[0];
    }
    const node: unknown = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return document.contents?.range?.[0] ?? 0;
}

/**
 * Validates data against a schema.
 *
 * @param whole what messages call the data as a whole
 * @returns the parsed value, or the findings with the place of each
 */
export function parseWith<T>(
  schema: z.ZodType<T>,
  source: YamlSource,
  describe: (path: FieldPath) => string | undefined,
  whole = 'the frontmatter',
): { value?: T; findings: Finding[] } {
  const result = schema.safeParse(source.data, { reportInput: true, error: acceptedText });
  if (result.success) return { value: result.data, findings: [] };
  return {
    findings: result.error.issues.flatMap((issue) => {
      const path = issue.path as FieldPath;
      const paths = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...path, key]) : [path];
      return paths.map((at): Finding => ({
        kind: 'field',
        ...source.placeOf(at),
        found: foundText(issue, at, source.data, whole),
        mend: mendText(issue, describe(at)),
      }));
    }),
  };
}

const isMissing = (data: unknown, path: FieldPath): boolean =>
  path.length > 0 && path.reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], data) === undefined;
const fieldName = (path: FieldPath) =>
  path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${part}`))
    .join('')
    .replace(/^\./, '');

function foundText(issue: z.core.$ZodIssue, path: FieldPath, source: unknown, whole: string): string {
  const name = fieldName(path) || whole;
  if (issue.code === 'unrecognized_keys') return `${name}, a field that does not exist`;
  if (issue.input === undefined || isMissing(source, path)) return `${name} missing`;
  const value = JSON.stringify(issue.input);
  return `${name}: ${value.length > 90 ? `${value.slice(0, 90)}…` : value}`;
}

function mendText(issue: z.core.$ZodIssue, description: string | undefined): string {
  const accepted = issue.code === 'unrecognized_keys' ? 'remove it, or correct its name' : issue.message.replace(/^Invalid input: /, '');
  return description ? `${accepted}. ${description}` : accepted;
}

/** The types of values, as an author calls them. */
const typeNames: Record<string, string> = { string: 'a text', array: 'a list', object: 'a map of fields', boolean: 'true or false' };

/** Returns what is accepted in an author's words; undefined leaves it to Zod. What the schema itself says comes before this. */
function acceptedText(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code === 'invalid_type') return `must be ${typeNames[issue.expected] ?? `a ${issue.expected}`}`;
  if (issue.code === 'too_small' && issue.origin === 'array') return `needs at least ${counted(Number(issue.minimum), 'item')}`;
  if (issue.code === 'too_small' && issue.origin === 'string') return `needs at least ${counted(Number(issue.minimum), 'character')}`;
  if (issue.code === 'too_big' && issue.origin === 'string') return `takes at most ${counted(Number(issue.maximum), 'character')}`;
  return undefined;
}
