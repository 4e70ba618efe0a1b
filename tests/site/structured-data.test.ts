import { gzipSync } from 'node:zlib';
import { expect } from '@playwright/test';
import { builds, pagesOf, type Build } from './builds.ts';
import { test } from './ready-page.ts';
import { schemaOrgProblems } from './schema-org.ts';
import { faultsFileOf } from './site.ts';

const block = /<script type="application\/ld\+json">(.*?)<\/script>/s;

/** The blocks of JSON-LD of a build, by the path of their page. */
async function blocksOf(build: Build): Promise<Map<string, string>> {
  const pages = [...(await pagesOf(build))].map(([file, html]) => [file, block.exec(html)?.[1]] as const);
  return new Map(pages.filter((entry): entry is readonly [string, string] => entry[1] !== undefined));
}

interface Node {
  '@id': string;
  headline: string;
  datePublished: string;
  image: string;
  hasPart: { '@id': string; name: string; step?: { text: string }[] }[];
}

/** The node of the page itself, by its address. */
async function nodesOf(build: Build): Promise<Map<string, Node>> {
  const graphs = [...(await blocksOf(build)).values()].map((text) => JSON.parse(text) as { '@graph': [Node] });
  return new Map(graphs.map(({ '@graph': [node] }) => [node['@id'], node]));
}

const sites = [builds.root, builds.underBase, builds.history];

test('every block of JSON-LD is right by the vocabulary of schema.org', async () => {
  test.slow(); // compiles the vocabulary
  const blocks = new Map<string, string>();
  for (const build of sites) for (const [file, text] of await blocksOf(build)) blocks.set(`${build.folder}/${file}`, text);
  expect(blocks.size).toBeGreaterThan(2);
  expect(schemaOrgProblems(blocks)).toEqual([]);
});

for (const build of sites) {
  test(`the JSON-LD in ${build.folder} tells every article and symptom, by whole addresses of this site`, async () => {
    const { site, faults } = await faultsFileOf(build);
    const nodes = await nodesOf(build);
    expect([...nodes.keys()].toSorted()).toEqual([...new Set(faults.flatMap(({ url, article }) => [url, article.url]))].toSorted());
    for (const [address, { image, hasPart }] of nodes) {
      expect.soft(image.startsWith(`${site}pictures/`), address).toBe(true);
      for (const { '@id': id } of hasPart) expect.soft(id.startsWith(`${site}articles/`), id).toBe(true);
    }
  });

  test(`the JSON-LD of a symptom in ${build.folder} has its fixes with their commands`, async () => {
    const { faults } = await faultsFileOf(build);
    const nodes = await nodesOf(build);
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
}

test('what is not in the vocabulary of schema.org is found', () => {
  test.slow(); // compiles the vocabulary
  const graph = (node: object) => JSON.stringify({ '@context': 'https://schema.org', '@graph': [node] });
  const blocks = new Map([
    ['right', graph({ '@type': 'HowTo', name: 'Raise it', step: [{ '@type': 'HowToStep', text: 'redis-cli' }] })],
    ['misspelt property', graph({ '@type': 'HowTo', nmae: 'Raise it' })],
    ['property of another type', graph({ '@type': 'HowTo', isbn: '1' })],
    ['unknown type', graph({ '@type': 'Remedy', name: 'Raise it' })],
    ['wrong kind of value', graph({ '@type': 'TechArticle', author: { '@type': 'HowToStep', text: 'me' } })],
    ['deep inside', graph({ '@type': 'TechArticle', hasPart: [{ '@type': 'HowTo', step: [{ '@type': 'HowToStep', command: 'ls' }] }] })],
  ]);
  const found = new Set(schemaOrgProblems(blocks).map((problem) => problem.split(':')[0]));
  expect([...found]).toEqual([...blocks.keys()].slice(1));
});

test('the JSON-LD of an article adds at most 0.8 kB to what is sent', async () => {
  const weight = (text: string) => gzipSync(text, { level: 9 }).length;
  const heavy = [...(await pagesOf(builds.root))]
    .filter(([file]) => file.startsWith('articles/'))
    .map(([file, html]) => ({ file, bytes: weight(html) - weight(html.replace(block, '')) }))
    .filter(({ bytes }) => bytes > 800);
  expect(heavy).toEqual([]);
});
