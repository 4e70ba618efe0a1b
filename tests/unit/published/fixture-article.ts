/** The articles of the valid fixture, as the site reads them. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { siteContent, type Technology } from '../../../src/content/index.ts';
import { readArticle } from '../../../src/content/read-article.ts';
import { noLab } from '../../../src/content/read-lab.ts';
import { permalinksFor } from '../../../src/addresses/permalinks.ts';
import type { ArticleInSite } from '../../../src/published/article-markdown.ts';
import { validRoot } from '../../content/content-root.ts';

const slug = 'broker-queue-full';
const software = [{ software: 'Broker', version: '2.4.1' }];
const scenario = {
  name: 'It fills up',
  date: '2026-01-19',
  software,
  symptoms: ['broker-job-refused'],
  captures: { refused: ['broker-job-refused'] },
  commands: { depth: 'broker depth mail' },
  inputs: '0123456789abcdef',
  outputs: { refused: '0123456789abcdef' },
};
const lab = {
  ...noLab,
  lab: { scenarios: [scenario] },
  captures: new Map([['refused', 'line 1\nERR queue mail is full (500 of 500)\n']]),
};
const technology = (id: string): [string, Technology] => [id, { id, name: `The ${id}`, colour: 'red', aliases: [] }];

/**
 * An article in its site, published at `https://kb.example/kb/`.
 *
 * @param edit changes the text of its file before it is read
 */
export async function articleInSite(edit: (text: string) => string = (text) => text): Promise<ArticleInSite> {
  const file = path.join(validRoot, 'articles', slug, 'index.mdx');
  const bytes = new TextEncoder().encode(edit(await readFile(file, 'utf8')));
  const { source, findings } = readArticle(slug, file, bytes, lab, { files: [], revision: '1a2b3c4d' });
  const [article] = siteContent({
    articles: [source],
    technologies: new Map(['broker', 'linux', 'redis'].map(technology)),
    authors: new Map([['editors', { id: 'editors', name: 'editors', kind: 'group' }]]),
    reservedSlugs: new Set(),
    site: { publicFiles: [] },
  }).articles;
  if (!article) throw new Error(`The fixture is not valid: ${JSON.stringify(findings)}`);
  const related = { ...article, slug: 'worker-stalled', title: 'The worker is stalled' };
  return { article, articles: [article, related], absoluteUrls: permalinksFor('/kb/', 'https://kb.example') };
}
