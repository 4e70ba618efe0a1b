import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect } from '@playwright/test';
import { Ajv2020, type SchemaObject } from 'ajv/dist/2020.js';
import { readBuiltSite } from '../../src/addresses/ledger/built-site.ts';
import { builds, filesOf, pagesOf } from './builds.ts';
import { test } from './ready-page.ts';
import { faultsFileOf } from './site.ts';

const textOf = (folder: string, file: string) => readFile(path.join(folder, file), 'utf8');

/** Every text in a value, wherever it stands. */
const textsIn = (value: unknown): string[] =>
  typeof value === 'string' ? [value] : typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];

for (const build of [builds.root, builds.underBase]) {
  test.describe(`published under ${build.base}`, () => {
    test('faults.json is what its published schema says', async () => {
      const schema = JSON.parse(await textOf(build.folder, 'faults.schema.json')) as SchemaObject;
      const faults = await faultsFileOf(build);
      const accepts = new Ajv2020({ allErrors: true, formats: { uri: (text: string) => URL.canParse(text), date: true } }).compile(schema);
      accepts(faults);
      expect(accepts.errors ?? []).toEqual([]);
      expect(faults.$schema).toBe(schema.$id);
      expect(faults.$schema).toBe(new URL('faults.schema.json', faults.site).href);
      expect(new URL(faults.site).pathname).toBe(build.base);
    });

    test('every address in faults.json that is on the site has its file, and its anchor', async () => {
      const faults = await faultsFileOf(build);
      const files = new Set(await filesOf(build.folder));
      const own = [...new Set(textsIn(faults).filter((text) => text.startsWith(new URL(faults.site).origin)))];
      const missing: string[] = [];
      for (const address of own) {
        const { pathname, hash } = new URL(address);
        const file = pathname.slice(build.base.length).replace(/(^|\/)$/, '$1index.html');
        const found = pathname.startsWith(build.base) && files.has(file);
        if (!found || (hash && !(await textOf(build.folder, file)).includes(` id="${hash.slice(1)}"`))) missing.push(address);
      }
      expect(own.length).toBeGreaterThan(faults.faults.length);
      expect(missing).toEqual([]);
    });

    test('faults.json lists every page that the site map has, with all anchors that the page keeps', async () => {
      const { pages, former, site } = await faultsFileOf(build);
      const [built, html] = await Promise.all([readBuiltSite(build.folder), pagesOf(build)]);
      const pathOf = (url: string) => url.slice(site.length - 1);
      const listed = new Map(pages.map(({ url, anchors }) => [pathOf(url), anchors] as const));
      const formerPaths = new Set(former.map(({ from }) => pathOf(from)));
      const unlisted = [...built.keys()].filter((address) => address.endsWith('/') && !listed.has(address) && !formerPaths.has(address));
      expect(unlisted).toEqual([]);
      expect([...listed.keys()].filter((address) => !built.has(address))).toEqual([]);
      for (const [address, anchors] of listed) {
        if (!anchors) continue;
        // Blocks of code have anchors too, which no ledger keeps.
        const blocks = (html.get(`${address.slice(1)}index.html`) ?? '').matchAll(/<figure id="([^"]+)" class="expressive-code\b/g);
        expect(new Set(anchors), address).toEqual(new Set([...(built.get(address)?.anchors ?? []), ...[...blocks].map(([, id]) => id)]));
      }
    });

    test('faults.json holds every symptom that has a page', async () => {
      const pages = (await filesOf(build.folder)).flatMap((file) => /^symptoms\/(.+)\/index\.html$/.exec(file)?.[1] ?? []);
      const { faults } = await faultsFileOf(build);
      const ids = new Set(faults.flatMap(({ id, aliases }) => [id, ...aliases]));
      expect(pages.filter((id) => !ids.has(id))).toEqual([]);
      expect(faults.filter(({ id }) => !pages.includes(id))).toEqual([]);
    });
  });
}
