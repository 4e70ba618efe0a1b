/** The built site under test, served to one test, and what it publishes. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { serveSite, type RunningServer } from '../../scripts/server.ts';
import type { FaultsFile } from '../../src/model/faults-file.ts';
import { searchedSymptoms, type SearchedSymptom } from '../../src/search/searched-symptom.ts';

/** The build under test; OUT_DIR and BASE_PATH name another one. */
export const build = { folder: process.env['OUT_DIR'] ?? 'dist', base: process.env['BASE_PATH'] ?? '/' };

/** Fails when the site was not built, saying how to build it. */
export function checkBuild(): void {
  const { folder, base } = build;
  if (existsSync(path.join(folder, 'index.html'))) return;
  throw new Error(
    `These tests read a built site, and there is none in "${folder}". Build it first: BASE_PATH=${base} OUT_DIR=${folder} npm run build`,
  );
}

/** A served build. */
export class Site {
  private readonly server: RunningServer;
  private stopped: Promise<void> | undefined;
  readonly symptoms: readonly SearchedSymptom[];
  /** The paths of all pages. */
  readonly pages: readonly string[];

  private constructor(server: RunningServer, file: FaultsFile) {
    this.server = server;
    this.symptoms = searchedSymptoms(file);
    this.pages = file.pages.map(({ url }) => new URL(url).pathname).filter((page) => page.endsWith('/'));
  }

  /** Serves the build on a free port. */
  static async serve({ folder, base } = build): Promise<Site> {
    const file = JSON.parse(await readFile(path.join(folder, 'faults.json'), 'utf8')) as FaultsFile;
    return new Site(await serveSite({ folder, base, port: 0 }), file);
  }

  /** Where the site is. */
  get url(): string {
    return this.server.url;
  }

  /** The URL of an address: one with the base path as it is published, or one below the site's own, as `search/`. */
  at(address: string): string {
    return new URL(address, this.url).href;
  }

  /** Takes the server down, once. */
  stop(): Promise<void> {
    this.stopped ??= this.server.close();
    return this.stopped;
  }
}
