/** A site whose server can go down, and on which other versions can be deployed. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { serveSite, type RunningServer } from '../../scripts/server.ts';
import { writeSiteVersion } from '../../src/offline/built-files.ts';
import { filesOf, type Build } from './builds.ts';

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
   * Makes another version, in which a text reads otherwise: in pages and in the search index, whose files keep their names.
   *
   * @returns its folder
   */
  async changed(before: string, after: string): Promise<string> {
    const folder = await mkdtemp(path.join(tmpdir(), 'deployed-'));
    this.made.push(folder);
    await cp(this.build.folder, folder, { recursive: true, filter: (file) => !file.endsWith('.png') });
    for (const name of await filesOf(folder)) {
      const packed = name.endsWith('.pf_fragment');
      if (!packed && !name.endsWith('.html')) continue;
      const file = path.join(folder, name);
      const content = await readFile(file);
      const text = (packed ? gunzipSync(content) : content).toString();
      const changed = text.replaceAll(before, after);
      if (changed !== text) await writeFile(file, packed ? gzipSync(changed) : changed);
    }
    await writeSiteVersion(folder);
    return folder;
  }

  /** Stops the server and deletes what was made. */
  async close(): Promise<void> {
    await this.stop();
    await Promise.all(this.made.map((folder) => rm(folder, { recursive: true })));
  }
}
