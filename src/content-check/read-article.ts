import type { Root } from 'mdast';
import { mdxToMdast } from 'satteri';
import { z } from 'zod';
import { readBody } from '../content-model/body.ts';
import type { Finding } from '../content-model/issue.ts';
import { articleSchema } from '../content-model/schema.ts';
import type { ArticleSource } from '../content-model/source.ts';
import { descriptionOf } from './field-descriptions.ts';
import { readSource } from './read-source.ts';
import { parseWith, readYaml } from './read-yaml.ts';

/** Relations are plain ids here; the rule `relations` holds them against what exists. */
const id = z.string();
const schema = articleSchema({ technology: id, author: id, article: id });

/** An article as far as it could be read, and what is wrong with its form. */
export interface ReadArticle {
  source?: ArticleSource;
  findings: Finding[];
}

/**
 * Reads one article's file: text, frontmatter, body.
 *
 * @param slug the name of its folder
 * @param file its path, for messages
 * @param bytes the file as it is on disk
 */
export function readArticle(slug: string, file: string, bytes: Uint8Array): ReadArticle {
  const { text, findings } = readSource(bytes);
  if (findings.some(({ kind }) => kind !== 'line-endings')) return { findings };
  const yaml = /^---\n([\s\S]*?)\n---(?:\n|$)/.exec(text)?.[1];
  if (yaml === undefined) return { findings: [...findings, frontmatterMissing] };
  const frontmatter = readYaml(yaml, 1);
  const parsed = frontmatter.findings.length
    ? { findings: frontmatter.findings }
    : parseWith(schema, frontmatter, (path) => descriptionOf(schema, path));
  const body = parseBody(text);
  const all = [...findings, ...parsed.findings, ...body.findings];
  if (!('value' in parsed) || !parsed.value || !body.root) return { findings: all };
  const source = { slug, file, frontmatter: parsed.value, body: readBody(body.root), placeOf: frontmatter.placeOf };
  return { source, findings: all };
}

const frontmatterMissing: Finding = {
  kind: 'frontmatter-missing',
  line: 1,
  column: 1,
  found: 'no frontmatter',
  mend: 'begin the file with a line "---", the fields, and a line "---"; "npm run new -- <slug>" makes a skeleton',
};

/** The parser throws at the first error, with `line:column: message (rule)` as its text. */
function parseBody(text: string): { root?: Root; findings: Finding[] } {
  try {
    return { root: mdxToMdast(text, { position: true }) as Root, findings: [] };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const [, line = '1', column = '1', rest = message] = /^(\d+):(\d+): (.*)$/s.exec(message) ?? [];
    return {
      findings: [
        {
          kind: 'mdx-syntax',
          line: Number(line),
          column: Number(column),
          found: rest.replace(/ \(\d+:\d+\)/, '').replace(/ \(mdx[\w-]*:[\w-]+\)$/, ''),
          mend: 'close every tag, leave a blank line after an opening tag and before a closing one, and put "{" and "<" of prose in backticks',
        },
      ],
    };
  }
}
