/** What the environment says about a site: where its content is, and where and under which address it is built and served. */
import path from 'node:path';
import process from 'node:process';
import { parseBasePath, parseOrigin, type Parsed } from './model/published-at.ts';
import { UserError } from './user-error.ts';

/** The settings. Reading one fails with a `UserError` when its value cannot be used. */
export interface Settings {
  /** CONTENT_ROOT: the folder that holds the content. Another one makes another site. */
  readonly contentRoot: string;
  /** OUT_DIR: the folder of the built site, which a build empties. */
  readonly outDir: string;
  /** BASE_PATH: the path under which the site is published, e.g. `/kb/`; undefined where `site.yaml` says it. */
  readonly basePath: string | undefined;
  /** SITE_URL: the server on which the site is published, e.g. `https://kb.example`; undefined where `site.yaml` says it. */
  readonly siteUrl: string | undefined;
  /** PORT: the port on which the site is served; 0 takes any that is free. */
  readonly port: number;
}

/**
 * Reads settings from an environment. An empty value is the same as none.
 *
 * @param environment the variables by name
 */
export const settingsFrom = (environment: Readonly<Record<string, string | undefined>>): Settings => ({
  get contentRoot() {
    return environment['CONTENT_ROOT'] || 'content';
  },
  get outDir() {
    return readOutDir(environment['OUT_DIR'] || 'dist', this.contentRoot);
  },
  get basePath() {
    return parsedWith(parseBasePath, 'BASE_PATH', environment['BASE_PATH']);
  },
  get siteUrl() {
    return parsedWith(parseOrigin, 'SITE_URL', environment['SITE_URL']);
  },
  get port() {
    return readPort(environment['PORT'] || '4321');
  },
});

/** The settings of this process. */
export const settings: Settings = settingsFrom(process.env);

const refuse = (name: string, value: string, why: string): never => {
  throw new UserError(`${name}=${value}: ${why}`);
};

function readOutDir(folder: string, contentRoot: string): string {
  const isAtOrBelow = (inner: string) => !path.relative(folder, inner).startsWith('..');
  if (isAtOrBelow('.') || isAtOrBelow(contentRoot))
    refuse('OUT_DIR', folder, 'a build empties this folder, and it holds sources. Name another one, e.g. OUT_DIR=dist');
  return folder;
}

function parsedWith(parse: (text: string) => Parsed, name: string, value: string | undefined): string | undefined {
  if (!value) return undefined;
  const parsed = parse(value);
  return 'value' in parsed ? parsed.value : refuse(name, value, parsed.wrong);
}

function readPort(value: string): number {
  if (!/^\d{1,5}$/.test(value) || Number(value) > 65_535)
    refuse('PORT', value, 'not a port. Give a number from 0 to 65535, e.g. PORT=4321');
  return Number(value);
}
