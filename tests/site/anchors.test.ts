/** Links in tickets point at anchors: every address that the content promises is published, once. */
import { expect } from '@playwright/test';
import { builtAddresses, readBuiltSite } from '../../src/addresses/ledger/built-site.ts';
import { contentAddresses } from '../../src/addresses/ledger/content-addresses.ts';
import { permalinksFor, readAddress, referenceAnchor } from '../../src/addresses/permalinks.ts';
import { checkContent } from '../../src/check/index.ts';
import { articleParts } from '../../src/model/vocabulary.ts';
import { documentOf, fileOf, test } from './build-under-test.ts';

// The check of the content reads no built page: it must know of each which anchors it has.
test('what the check takes for published is what is published', async ({ build }) => {
  const { corpus } = await checkContent(build.content);
  const built = builtAddresses(await readBuiltSite(build.folder)).filter((address) => readAddress(address));
  expect(contentAddresses(corpus).toSorted()).toEqual(built.toSorted());
});

test('every pinned anchor of every article exists once, aliases and references too', async ({ build, pages }) => {
  const { corpus } = await checkContent(build.content);
  const permalinks = permalinksFor(build.base);
  expect(corpus.articles.length).toBeGreaterThan(0);
  for (const { slug, frontmatter } of corpus.articles) {
    const { symptoms, causes, checks, fixes, lookAlikes, references } = frontmatter;
    const pinned = [
      ...Object.keys(articleParts),
      ...[...symptoms, ...causes, ...checks, ...fixes, ...lookAlikes].flatMap(({ id, aliases }) => [id, ...aliases]),
      ...references.flatMap(({ id, aliases }) => [id, ...aliases].map(referenceAnchor)),
    ];
    const ids = documentOf(pages.get(fileOf(build, permalinks.article(slug)) ?? '') ?? '')
      .querySelectorAll('[id]')
      .map(({ id }) => id);
    expect
      .soft(
        pinned.filter((id) => ids.filter((one) => one === id).length !== 1),
        slug,
      )
      .toEqual([]);
  }
});
