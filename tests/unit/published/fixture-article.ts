/** The articles of the valid fixture, as the site reads them. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Root } from 'mdast';
import { mdxToMdast } from 'satteri';
import { parse } from 'yaml';
import { z } from 'zod';
import { readBody } from '../../../src/model/body.ts';
import { articleSchema } from '../../../src/model/schema.ts';
import { permalinksFor } from '../../../src/addresses/permalinks.ts';
import type { ArticleInSite } from '../../../src/published/article-markdown.ts';
import { validRoot } from '../../content/content-root.ts';

const schema = articleSchema({ technology: z.string(), author: z.string(), article: z.string() });

/**
 * An article in its site, published at `https://kb.example/kb/`.
 *
 * @param edit changes the text of its file before it is read
 */
export async function articleInSite(edit: (text: string) => string = (text) => text): Promise<ArticleInSite> {
  const slug = 'broker-queue-full';
  const text = edit(await readFile(path.join(validRoot, 'articles', slug, 'index.mdx'), 'utf8'));
  const root = mdxToMdast(text, { position: true }) as Root;
  const frontmatter = schema.parse(parse(/^---\n([\s\S]*?)\n---/.exec(text)?.[1] ?? ''));
  const technologies = frontmatter.technologies.map((id) => ({ id, name: `The ${id}`, colour: 'red' }));
  const software = [{ software: 'Broker', version: '2.4.1' }];
  const ran = {
    name: 'It fills up',
    date: '2026-01-19',
    software,
    symptoms: ['broker-job-refused'],
    captures: { refused: ['broker-job-refused'] },
    ...{ inputs: '0123456789abcdef', outputs: { refused: '0123456789abcdef' } },
  };
  const lab = { scenarios: [{ ...ran, commands: { depth: 'broker depth mail' } }] };
  const authors = frontmatter.authors.map((name) => ({ name, kind: 'group' as const }));
  const article = { ...frontmatter, technologies, authors, slug, body: readBody(root), lab, revision: '1a2b3c4d' };
  const related = { ...article, slug: 'worker-stalled', title: 'The worker is stalled' };
  const captures = new Map([['refused', 'line 1\nERR queue mail is full (500 of 500)\n']]);
  return { article, root, captures, articles: [article, related], addresses: permalinksFor('/kb/', 'https://kb.example') };
}
