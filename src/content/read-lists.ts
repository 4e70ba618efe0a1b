import path from 'node:path';
import { z } from 'zod';
import { authorSchema, reservedSlugSchema, technologySchema } from '../model/closed-lists.ts';
import type { Place } from '../model/body.ts';
import type { Finding, Issue } from '../model/issue.ts';
import type { Corpus, FieldPath } from '../model/source.ts';
import { descriptionOf } from './field-descriptions.ts';
import { readContentFile, type ReadFailure } from './read-file.ts';
import { readSource } from './read-source.ts';
import { parseWith, readYaml, type YamlSource } from './read-yaml.ts';

/**
 * Fallback values for entries that do not fit their schema, so that a technology with a wrong colour is still known. The schema reports the
 * mistake.
 */
const aliases = z.array(z.string()).catch([]);
const named = { id: z.string(), name: z.string().optional().catch(undefined) };
const withName = <Entry extends { id: string; name?: string | undefined }>(entry: Entry) => ({ ...entry, name: entry.name ?? entry.id });
const technology = z.object({ ...named, colour: technologySchema.shape.colour.catch('slate'), aliases }).transform(withName);
const author = z.object({ ...named, kind: authorSchema.shape.kind.catch('person') }).transform(withName);
const reservedSlug = z.object({ id: z.string() });

/**
 * Reads the closed lists. A site needs technologies; authors and reserved slugs are optional.
 *
 * @param root the folder that holds them
 * @param base the folder that paths in messages are relative to
 */
export async function readLists(root: string, base: string): Promise<Omit<Corpus, 'articles'> & { issues: Issue[] }> {
  const [technologies, authors, reserved] = await Promise.all([
    readList(path.join(root, 'technologies.yaml'), base, technologySchema, technology),
    readList(path.join(root, 'authors.yaml'), base, authorSchema, author, { optional: true }),
    readList(path.join(root, 'reserved-slugs.yaml'), base, reservedSlugSchema, reservedSlug, { optional: true }),
  ]);
  return {
    issues: [...technologies.issues, ...authors.issues, ...reserved.issues],
    technologies: technologies.entries,
    authors: authors.entries,
    reservedSlugs: new Set(reserved.entries.keys()),
  };
}

interface List<Entry> {
  /** The entries by id. */
  entries: Map<string, Entry>;
  issues: Issue[];
}

async function readList<Entry extends { id: string; aliases?: readonly string[] }>(
  absolute: string,
  base: string,
  entrySchema: z.ZodType,
  salvage: z.ZodType<Entry>,
  { optional = false } = {},
): Promise<List<Entry>> {
  const file = path.relative(base, absolute);
  const list = (findings: readonly Finding[], entries: readonly Entry[] = []): List<Entry> => ({
    entries: new Map(entries.map((entry) => [entry.id, entry])),
    issues: findings.map((finding) => ({ file, ...finding })),
  });
  const read = await readContentFile(absolute);
  if ('failure' in read) return list(optional && read.failure === 'missing' ? [] : [notRead(read.failure, file)]);
  const { text, findings } = readSource(read.bytes);
  if (findings.length) return list(findings);
  const yaml = readYaml(text);
  const schema: z.ZodType = z.array(entrySchema);
  const form = yaml.findings.length ? yaml.findings : parseWith(schema, yaml, (at) => descriptionOf(schema, at), 'the file').findings;
  const entries = salvagedEntries(yaml.data, salvage);
  return list(
    [
      ...form.map((finding): Finding => (finding.kind === 'field' ? { ...finding, kind: 'data-file' } : finding)),
      ...repeated(entries, yaml),
    ],
    entries.map(({ entry }) => entry),
  );
}

/** Returns the entries that have an id, even when others are wrong. */
const salvagedEntries = <Entry>(data: unknown, salvage: z.ZodType<Entry>): { entry: Entry; index: number }[] =>
  (Array.isArray(data) ? data : []).flatMap((value: unknown, index) => {
    const { data: entry } = salvage.safeParse(typeof value === 'string' ? { id: value } : value);
    return entry === undefined ? [] : [{ entry, index }];
  });

function repeated(
  entries: readonly { entry: { id: string; aliases?: readonly string[] }; index: number }[],
  { placeOf }: YamlSource,
): Finding[] {
  const ids = entries.map(({ entry: { id }, index }) => ({ id, path: [index] as FieldPath }));
  const former = entries.flatMap(({ entry, index }) =>
    (entry.aliases ?? []).map((id, at) => ({ id, path: [index, 'aliases', at] as FieldPath })),
  );
  const seen = new Set<string>();
  return [...ids, ...former].flatMap(({ id, path: at }) =>
    seen.size === seen.add(id).size ? [listFinding(placeOf(at), `a second entry "${id}"`, 'remove one of the two')] : [],
  );
}

const notRead = (failure: ReadFailure, file: string): Finding =>
  failure === 'missing'
    ? listFinding(start, 'no such file', `make ${file}: a list, one entry a line`)
    : listFinding(start, `a file that cannot be read: ${failure.refused}`, 'make it readable for the user who runs this command');

const start: Place = { line: 1, column: 1 };
const listFinding = (place: Place, found: string, mend: string): Finding => ({ kind: 'data-file', ...place, found, mend });
