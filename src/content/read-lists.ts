import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { authorSchema, reservedSlugSchema, technologySchema } from '../model/closed-lists.ts';
import type { Finding, Issue } from '../model/issue.ts';
import type { Corpus, FieldPath } from '../model/source.ts';
import { descriptionOf } from './field-descriptions.ts';
import { readSource } from './read-source.ts';
import { parseWith, readYaml, type YamlSource } from './read-yaml.ts';

/** The files of the closed lists, with the schema of an entry of each. */
const listFiles = {
  'technologies.yaml': technologySchema,
  'authors.yaml': authorSchema,
  'reserved-slugs.yaml': reservedSlugSchema,
} as const;

/**
 * Reads the closed lists.
 *
 * @param root the folder that holds them
 * @param base the folder that paths in messages are relative to
 */
export async function readLists(
  root: string,
  base: string,
): Promise<{ issues: Issue[]; corpus: Pick<Corpus, 'technologies' | 'formerTechnologies' | 'authors' | 'reservedSlugs'> }> {
  const read = async (name: keyof typeof listFiles) => {
    const absolute = path.join(root, name);
    const { names, aliases, findings } = readList(name, await readFile(absolute).catch(() => undefined));
    return { names, aliases, issues: findings.map((finding): Issue => ({ file: path.relative(base, absolute), ...finding })) };
  };
  const [technologies, authors, reserved] = await Promise.all([
    read('technologies.yaml'),
    read('authors.yaml'),
    read('reserved-slugs.yaml'),
  ]);
  return {
    issues: [...technologies.issues, ...authors.issues, ...reserved.issues],
    corpus: {
      technologies: technologies.names,
      formerTechnologies: technologies.aliases,
      authors: idsOf(authors),
      reservedSlugs: idsOf(reserved),
    },
  };
}

const idsOf = ({ names }: { names: ReadonlyMap<string, string> }) => new Set(names.keys());

interface List {
  /** The entries by id, with the name; what has no name is called by its id. */
  names: Map<string, string>;
  aliases: Map<string, string>;
  findings: Finding[];
}

function readList(name: keyof typeof listFiles, bytes: Uint8Array | undefined): List {
  if (!bytes)
    return {
      ...nothing,
      findings: [listFinding({ line: 1, column: 1 }, 'no such file', `make content/${name}: a list, one entry a line`)],
    };
  const { text, findings } = readSource(bytes);
  if (findings.length) return { ...nothing, findings };
  const yaml = readYaml(text);
  const schema: z.ZodType = z.array(listFiles[name]);
  const formFindings = yaml.findings.length ? yaml.findings : parseWith(schema, yaml, (at) => descriptionOf(schema, at)).findings;
  const ids = idsIn(yaml.data);
  const aliases = aliasesIn(yaml.data);
  return {
    names: new Map(ids.map(({ id, name: called }) => [id, called])),
    aliases: new Map(aliases.map(({ id, of }) => [id, of])),
    findings: [
      ...formFindings.map((finding): Finding => (finding.kind === 'field' ? { ...finding, kind: 'data-file' } : finding)),
      ...repeated([...ids.map(({ id, index }) => ({ id, path: [index] })), ...aliases], yaml),
    ],
  };
}

const nothing = { names: new Map<string, string>(), aliases: new Map<string, string>() };

/** The ids of the entries that have one; a wrong entry does not hide the others. */
function idsIn(data: unknown): { id: string; name: string; index: number }[] {
  return (Array.isArray(data) ? data : []).flatMap((entry: unknown, index) => {
    const id = typeof entry === 'object' && entry !== null && 'id' in entry ? entry.id : entry;
    if (typeof id !== 'string') return [];
    const called = typeof entry === 'object' && entry !== null && 'name' in entry && typeof entry.name === 'string' ? entry.name : id;
    return [{ id, name: called, index }];
  });
}

/** Former ids of the entries, with the present one of each. */
function aliasesIn(data: unknown): { id: string; of: string; path: FieldPath }[] {
  return idsIn(data).flatMap(({ id: of, index }) => {
    const entry: unknown = Array.isArray(data) ? data[index] : undefined;
    const aliases: unknown = typeof entry === 'object' && entry !== null && 'aliases' in entry ? entry.aliases : [];
    return (Array.isArray(aliases) ? aliases : []).flatMap((id: unknown, at) =>
      typeof id === 'string' ? [{ id, of, path: [index, 'aliases', at] }] : [],
    );
  });
}

function repeated(ids: readonly { id: string; path: FieldPath }[], { placeOf }: YamlSource): Finding[] {
  const seen = new Set<string>();
  return ids.flatMap(({ id, path: at }) =>
    seen.size === seen.add(id).size ? [listFinding(placeOf(at), `a second entry "${id}"`, 'remove one of the two')] : [],
  );
}

const listFinding = (place: { line: number; column: number }, found: string, mend: string): Finding => ({
  kind: 'data-file',
  ...place,
  found,
  mend,
});
