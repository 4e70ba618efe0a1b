/** Writes the content of the site that the engine's tests read: `tests/fixtures/site`, and the heavy article. What was there is replaced. */
import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { builds } from '../builds.ts';
import { heavyArticle, heavySlug } from './heavy-article.ts';

const { content } = builds.root;
const article = path.join(content, 'articles', heavySlug);
await rm(content, { recursive: true, force: true });
await cp('tests/fixtures/site', content, { recursive: true });
await mkdir(article, { recursive: true });
await writeFile(path.join(article, 'index.mdx'), heavyArticle());
