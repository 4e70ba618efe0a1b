/** A site whose server can go down, and on which other versions can be deployed. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { serveSite, type RunningServer } from '../../scripts/server.ts';
import { writeSiteVersion } from '../../src/build/built-files.ts';
import type { SearchedSymptom } from '../../src/search/searched-symptom.ts';
import { searchIndexFiles, writeSearchIndex } from '../../src/search/index/index-writer.ts';
import { filesOf, type Build } from '../builds.ts';
import { symptomsOf } from './site.ts';

/** A site on one address for all its life. */
export class Deployment {
  private server: RunningServer | undefined;
  private readonly made: string[] = [];
  readonly build: Build;
  url = '';

  constructor(build: Build) {
    this.build = build;
  }

  /** Serves a folder, in place of the one before. */
  async deploy(folder: string = this.build.folder): Promise<void> {
    await this.stop();
    const port = Number(this.url && new URL(this.url).port);
    this.server = await serveSite({ folder, base: this.build.base, port });
    this.url = this.server.url;
  }

  /** Takes the server down. */
  async stop(): Promise<void> {
    await this.server?.close();
    this.server = undefined;
  }

  /** The address of a page of the site, from its path with the base path. */
  at(address: string): string {
    return new URL(address, this.url).href;
  }

  /**
   * Makes another version, in which a text reads otherwise: in pages and in the search index.
   *
   * @returns its folder
   */
  changed(before: string, after: string): Promise<string> {
    return this.version(async (folder, faults) => {
      for (const name of await filesOf(folder)) if (name.endsWith('.html')) await rewrite(path.join(folder, name), before, after);
      return JSON.parse(JSON.stringify(faults).replaceAll(before, after)) as SearchedSymptom[];
    });
  }

  /**
   * Makes another version, which has one symptom more.
   *
   * @param like a symptom that it is like, but for title and message
   * @param title its title, which is its message too
   * @returns the folder, and the path of the symptom's page
   */
  async withSymptom(like: SearchedSymptom, title: string): Promise<{ folder: string; url: string }> {
    const url = like.url.replace(/\/$/, '-and-more/');
    const folder = await this.version(async (folder, faults) => {
      const fileOf = (address: string) => path.join(folder, address.slice(this.build.base.length), 'index.html');
      await cp(fileOf(like.url), fileOf(url));
      await rewrite(fileOf(url), like.title, title);
      const signatures = like.signatures.slice(0, 1).map((signature) => ({ ...signature, text: title }));
      return [...faults, { ...like, id: `${like.id}-and-more`, url, title, signatures }];
    });
    return { folder, url };
  }

  /** Makes another version. The given function changes its pages, and returns the symptoms to index. */
  private async version(
    change: (folder: string, faults: readonly SearchedSymptom[]) => Promise<readonly SearchedSymptom[]>,
  ): Promise<string> {
    const folder = await mkdtemp(path.join(tmpdir(), 'deployed-'));
    this.made.push(folder);
    await cp(this.build.folder, folder, { recursive: true, filter: (file) => !file.endsWith('.png') });
    const faults = await change(folder, await symptomsOf(this.build));
    await rm(path.join(folder, 'pagefind'), { recursive: true });
    await writeSearchIndex(await searchIndexFiles(faults), path.join(folder, 'pagefind'));
    await writeSiteVersion(folder);
    return folder;
  }

  /** Stops the server and deletes what was made. */
  async close(): Promise<void> {
    await this.stop();
    await Promise.all(this.made.map((folder) => rm(folder, { recursive: true })));
  }
}

async function rewrite(file: string, before: string, after: string): Promise<void> {
  const text = await readFile(file, 'utf8');
  const changed = text.replaceAll(before, after);
  if (changed !== text) await writeFile(file, changed);
}
