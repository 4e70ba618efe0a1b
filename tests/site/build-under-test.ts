/** Playwright's `test` with a built site under test: the one that the project in `playwright.config.ts` names. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { test as base } from '@playwright/test';
import { parse, type HTMLElement } from 'node-html-parser';
import { serveSite } from '../../scripts/server.ts';
import type { FaultsFile } from '../../src/model/faults-file.ts';
import { buildCommand, filesOf, pagesOf, site, type Build } from '../builds.ts';

/** What tests are given of the build. Each worker reads and serves it once. */
export interface UnderTest {
  build: Build;
  /** The URL at which it is served. */
  url: string;
  /** The paths of its files. */
  files: ReadonlySet<string>;
  /** Its HTML pages, by their path. */
  pages: ReadonlyMap<string, string>;
  /** Its `faults.json`. */
  published: FaultsFile;
}

export const test = base.extend<object, UnderTest>({
  build: [site, { option: true, scope: 'worker' }],
  files: [
    async ({ build }, use) => {
      if (!existsSync(path.join(build.folder, 'faults.json')))
        throw new Error(`${build.folder} holds no built site. Build it first: ${buildCommand(build)}`);
      await use(new Set(await filesOf(build.folder)));
    },
    { scope: 'worker' },
  ],
  pages: [({ build, files: _built }, use) => pagesOf(build).then(use), { scope: 'worker' }],
  published: [
    async ({ build, files: _built }, use) => use(JSON.parse(await readFile(path.join(build.folder, 'faults.json'), 'utf8')) as FaultsFile),
    { scope: 'worker' },
  ],
  url: [
    async ({ build: { folder, base: basePath }, files: _built }, use) => {
      const server = await serveSite({ folder, base: basePath, port: 0 });
      await use(server.url);
      await server.close();
    },
    { scope: 'worker' },
  ],
});

/** The text of a file of the build. */
export const textOf = ({ folder }: Build, file: string): Promise<string> => readFile(path.join(folder, file), 'utf8');

/** The path of the file behind an absolute URL of the site, or behind a path on its server. */
export function fileOf({ base: basePath }: Build, address: string): string | undefined {
  const pathname = decodeURIComponent(new URL(address, 'https://any.example').pathname);
  return pathname.startsWith(basePath) ? pathname.slice(basePath.length).replace(/(^|\/)$/, '$1index.html') : undefined;
}

/** The elements of a page. What lies in templates is no part of it. */
export function documentOf(html: string): HTMLElement {
  const root = parse(html, { blockTextElements: { script: true, style: true } });
  for (const template of root.querySelectorAll('template')) template.remove();
  return root;
}

/** The text of an element on one line. */
export const lineOf = (element: { textContent: string }): string => element.textContent.trim().replace(/\s+/g, ' ');
