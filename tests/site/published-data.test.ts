import { expect } from '@playwright/test';
import { Ajv2020, type SchemaObject } from 'ajv/dist/2020.js';
import { readBuiltSite } from '../../src/addresses/ledger/built-site.ts';
import { fileOf, test, textOf } from './build-under-test.ts';

/** Every text in a value, wherever it stands. */
const textsIn = (value: unknown): string[] =>
  typeof value === 'string' ? [value] : typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];

test('faults.json is what its published schema says', async ({ build, published }) => {
  const schema = JSON.parse(await textOf(build, 'faults.schema.json')) as SchemaObject;
  const accepts = new Ajv2020({ allErrors: true, formats: { uri: (text: string) => URL.canParse(text), date: true } }).compile(schema);
  accepts(published);
  expect(accepts.errors ?? []).toEqual([]);
  expect(published.$schema).toBe(schema.$id);
  expect(published.$schema).toBe(new URL('faults.schema.json', published.site).href);
  expect(new URL(published.site).pathname).toBe(build.base);
});

test('every address in faults.json that is on the site has its file, and its anchor', ({ build, files, pages, published }) => {
  const own = [...new Set(textsIn(published).filter((text) => text.startsWith(new URL(published.site).origin)))];
  const missing = own.filter((address) => {
    const [file, { hash }] = [fileOf(build, address) ?? '', new URL(address)];
    return !files.has(file) || (hash && !pages.get(file)?.includes(` id="${hash.slice(1)}"`));
  });
  expect(own.length).toBeGreaterThan(published.faults.length);
  expect(missing).toEqual([]);
});

test('faults.json lists every page that the site map has, with all anchors that the page keeps', async ({ build, pages, published }) => {
  const { former, site } = published;
  const built = await readBuiltSite(build.folder);
  const pathOf = (url: string) => url.slice(site.length - 1);
  const listed = new Map(published.pages.map(({ url, anchors }) => [pathOf(url), anchors] as const));
  const formerPaths = new Set(former.map(({ from }) => pathOf(from)));
  const unlisted = [...built.keys()].filter((address) => address.endsWith('/') && !listed.has(address) && !formerPaths.has(address));
  expect(unlisted).toEqual([]);
  expect([...listed.keys()].filter((address) => !built.has(address))).toEqual([]);
  for (const [address, anchors] of listed) {
    if (!anchors) continue;
    // Blocks of code have anchors too, which no ledger keeps.
    const blocks = (pages.get(`${address.slice(1)}index.html`) ?? '').matchAll(/<figure id="([^"]+)" class="expressive-code\b/g);
    expect(new Set(anchors), address).toEqual(new Set([...(built.get(address)?.anchors ?? []), ...[...blocks].map(([, id]) => id)]));
  }
});

test('faults.json holds every symptom that has a page', ({ files, published }) => {
  const symptoms = [...files].flatMap((file) => /^symptoms\/(.+)\/index\.html$/.exec(file)?.[1] ?? []);
  const ids = new Set(published.faults.flatMap(({ id, aliases }) => [id, ...aliases]));
  expect(symptoms.filter((id) => !ids.has(id))).toEqual([]);
  expect(published.faults.filter(({ id }) => !symptoms.includes(id))).toEqual([]);
});
