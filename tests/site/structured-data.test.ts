import { gzipSync } from 'node:zlib';
import { expect } from '@playwright/test';
import { test, type UnderTest } from './build-under-test.ts';
import { schemaOrgProblems } from './schema-org.ts';

/** What JSON-LD may add to what is sent of an article, in bytes. */
const most = 850;
const block = /<script type="application\/ld\+json">(.*?)<\/script>/s;

/** The blocks of JSON-LD of a build, by the path of their page. */
function blocksOf(pages: UnderTest['pages']): Map<string, string> {
  const found = [...pages].map(([file, html]) => [file, block.exec(html)?.[1]] as const);
  return new Map(found.filter((entry): entry is readonly [string, string] => entry[1] !== undefined));
}

interface Node {
  '@id': string;
  headline: string;
  datePublished: string;
  image: string;
  hasPart: { '@id': string; name: string; step?: { text: string }[] }[];
}

/** The node of the page itself, by its absolute URL. */
function nodesOf(pages: UnderTest['pages']): Map<string, Node> {
  const graphs = [...blocksOf(pages).values()].map((text) => JSON.parse(text) as { '@graph': [Node] });
  // The data of a list say only where it stands.
  return new Map(graphs.filter(({ '@graph': [node] }) => '@id' in node).map(({ '@graph': [node] }) => [node['@id'], node]));
}

test('every block of JSON-LD is right by the vocabulary of schema.org', ({ pages, published }) => {
  const blocks = blocksOf(pages);
  expect(blocks.size).toBeGreaterThan(published.faults.length);
  expect(schemaOrgProblems(blocks)).toEqual([]);
});

test('the JSON-LD describes every article and symptom, by absolute URLs of this site', ({ pages, published: { site, faults } }) => {
  const nodes = nodesOf(pages);
  expect([...nodes.keys()].toSorted()).toEqual([...new Set(faults.flatMap(({ url, article }) => [url, article.url]))].toSorted());
  for (const [address, { image, hasPart }] of nodes) {
    expect.soft(image.startsWith(`${site}pictures/`), address).toBe(true);
    for (const { '@id': id } of hasPart) expect.soft(id.startsWith(`${site}articles/`), id).toBe(true);
  }
});

test('the JSON-LD of a symptom has its fixes with their commands', ({ pages, published: { faults } }) => {
  const nodes = nodesOf(pages);
  for (const { url, title, fixes } of faults) {
    const { headline, hasPart = [] } = nodes.get(url) ?? {};
    expect.soft(headline).toBe(title);
    expect.soft(hasPart.map((fix) => [fix['@id'], fix.name])).toEqual(fixes.map((fix) => [fix.url, fix.title]));
    for (const [index, { command }] of fixes.entries()) {
      const steps = hasPart[index]?.step?.map(({ text }) => text) ?? [];
      expect.soft(steps.length, `${url} ${index}`).toBeGreaterThan(0);
      if (command) expect.soft(steps).toContain(command);
    }
  }
});

test(`the JSON-LD of an article adds at most ${most} bytes to what is sent`, ({ pages }) => {
  const weight = (text: string) => gzipSync(text, { level: 9 }).length;
  const articles = [...pages].filter(([file]) => file.startsWith('articles/'));
  const added = articles.map(([file, html]) => ({ file, bytes: weight(html) - weight(html.replace(block, '')) }));
  expect(added.some(({ bytes }) => bytes > 0)).toBe(true);
  expect(added.filter(({ bytes }) => bytes > most)).toEqual([]);
});
