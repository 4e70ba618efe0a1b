/**
 * Writes the content of the site that the engine's tests read: `tests/fixtures/site`, and the heavy article. A second copy lies outside of
 * the project, as it was before a change, see `change.ts`. Makes a new site too, as `npm run new-site` does. All replace what was there.
 *
 * The ledger and the hashes in the record of the lab follow from the content, so they are made here and never typed.
 */
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { makeSite } from '../../scripts/new-site/make-site.ts';
import { contentAddresses } from '../../src/addresses/ledger/content-addresses.ts';
import { ledgerFile, recordAddresses } from '../../src/addresses/ledger/ledger.ts';
import { inputsOf, outputsOf } from '../../src/check/lab-inputs.ts';
import { readContent } from '../../src/content/read-content.ts';
import { labFile } from '../../src/content/read-lab.ts';
import type { LabRecord } from '../../src/model/lab-record.ts';
import type { ArticleSource } from '../../src/model/source.ts';
import { builds } from '../builds.ts';
import { beforeChange } from './before-change.ts';
import { heavyArticle, heavySlug } from './heavy-article.ts';

const { content } = builds.root;
const folderOf = (slug: string) => path.join(content, 'articles', slug);

await rm(content, { recursive: true, force: true });
await cp('tests/fixtures/site', content, { recursive: true });
await mkdir(folderOf(heavySlug), { recursive: true });
await writeFile(path.join(folderOf(heavySlug), 'index.mdx'), heavyArticle());
const corpus = await readContent(content);
await writeFile(path.join(content, ledgerFile), recordAddresses('', contentAddresses(corpus)).text);
for (const article of corpus.articles.filter(({ labFiles }) => labFiles.size > 0)) await completeRecord(article);
await rm(builds.again.content, { recursive: true, force: true });
await cp(content, builds.again.content, { recursive: true });
await beforeChange(builds.again.content);

const fresh = path.resolve(builds.fresh.content);
await rm(fresh, { recursive: true, force: true });
const engine = { address: 'https://git.example/engine.git', commit: 'main' };
await makeSite({ folder: fresh, name: 'Our faults', ci: 'none', engine, today: '2026-11-30' });

/** Adds the hashes that a run of the lab would write to the record of each scenario. */
async function completeRecord(article: ArticleSource): Promise<void> {
  const file = path.join(folderOf(article.slug), labFile);
  const { scenarios } = JSON.parse(await readFile(file, 'utf8')) as LabRecord;
  const complete = scenarios.map((ran) => ({ ...ran, inputs: inputsOf(ran, article), outputs: outputsOf(ran, article) }));
  await writeFile(file, JSON.stringify({ scenarios: complete }));
}
