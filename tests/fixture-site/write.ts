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
import { builds } from '../builds.ts';
import { beforeChange } from './before-change.ts';
import { heavyArticle, heavySlug } from './heavy-article.ts';

const { content } = builds.root;

await rm(content, { recursive: true, force: true });
await cp('tests/fixtures/site', content, { recursive: true });
const heavy = path.join(content, 'articles', heavySlug);
await mkdir(heavy, { recursive: true });
await writeFile(path.join(heavy, 'index.mdx'), heavyArticle());
await writeFile(path.join(content, ledgerFile), recordAddresses('', contentAddresses(await readContent(content))).text);
await completeRecords(content);
await rm(builds.again.content, { recursive: true, force: true });
await cp(content, builds.again.content, { recursive: true });
await beforeChange(builds.again.content);
await completeRecords(builds.again.content);

const fresh = path.resolve(builds.fresh.content);
await rm(fresh, { recursive: true, force: true });
const engine = { address: 'https://git.example/engine.git', commit: 'main' };
await makeSite({ folder: fresh, name: 'Our faults', ci: 'none', engine, today: '2026-11-30' });

/** Adds the hashes that a run of the labs would write to the record of each scenario. */
async function completeRecords(root: string): Promise<void> {
  const { articles } = await readContent(root);
  for (const article of articles.filter(({ labFiles }) => labFiles.size > 0)) {
    const file = path.join(root, 'articles', article.slug, labFile);
    const { scenarios } = JSON.parse(await readFile(file, 'utf8')) as LabRecord;
    const complete = scenarios.map((ran) => ({ ...ran, inputs: inputsOf(ran, article), outputs: outputsOf(ran, article) }));
    await writeFile(file, JSON.stringify({ scenarios: complete }));
  }
}
