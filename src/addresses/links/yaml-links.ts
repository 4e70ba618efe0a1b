/** Finds links to the site in YAML, such as alert rules and configurations. */
import { isMap, isPair, isScalar, parseAllDocuments, visit, type Document, type Node, type Pair } from 'yaml';
import { locateLinks, type FoundLink } from './find-links.ts';

/** A link with its field, e.g. `alert "RedisFull", annotations.runbook_url`. */
export type FieldLink = FoundLink & { where?: string };

/** The error for invalid YAML, with its place. */
export class YamlError extends Error {
  readonly offset: number;
  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}

/**
 * Finds the links to the site in the values of all documents of a YAML text.
 *
 * @param text the content of the file
 * @param home the URL of the site
 * @throws {YamlError} when the YAML is not valid
 */
export function linksInYaml(text: string, home: string): FieldLink[] {
  const links: FieldLink[] = [];
  const documents: readonly Document[] = parseAllDocuments(text, { prettyErrors: false, uniqueKeys: false });
  for (const document of documents) {
    const [error] = document.errors;
    if (error) throw new YamlError(`YAML that cannot be read: ${error.message.replace(/\.$/, '')}`, error.pos[0]);
    visit(document, {
      Scalar: (_, scalar, path) => {
        const [start, end] = scalar.range ?? [0, 0];
        if (typeof scalar.value !== 'string') return;
        links.push(...locateLinks(scalar.value, text.slice(start, end), start, home).map((link) => ({ ...link, where: whereOf(path) })));
      },
    });
  }
  return links;
}

/** Fields whose value names the map that contains them, in rule and configuration files. */
const namingFields = ['alert', 'record', 'name', 'title', 'id'];

/** Returns the path of fields to a value, from the nearest map that has a name. */
function whereOf(path: readonly (Document | Node | Pair)[]): string {
  const named = path.findLastIndex((node) => isMap(node) && namingFields.some((field) => typeof node.get(field) === 'string'));
  const keys = path.slice(named + 1).flatMap((node) => (isPair(node) && isScalar(node.key) ? [String(node.key.value)] : []));
  const map = path[named];
  const field = isMap(map) ? namingFields.find((candidate) => typeof map.get(candidate) === 'string') : undefined;
  return [...(field && isMap(map) ? [`${field} "${String(map.get(field))}"`] : []), keys.join('.')].join(', ');
}
