/** Reads the settings of a site from environment variables: where its content is, and where and under which URL it is built and served. */
import path from 'node:path';
import process from 'node:process';
import { UserError } from './user-error.ts';

/** The settings. Reading one fails with a `UserError` when its value cannot be used. */
export interface Settings {
  /** CONTENT_ROOT: the folder that holds the content. Another one makes another site. */
  readonly contentRoot: string;
  /** OUT_DIR: the folder of the built site, which a build empties. */
  readonly outDir: string;
  /** BASE_PATH: the path under which the site is published; `kb`, `/kb` and `/kb/` all give `/kb/`. */
  readonly basePath: string;
  /** SITE_URL: the server on which the site is published, e.g. `https://kb.example`. */
  readonly siteUrl: string;
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
    return readBasePath(environment['BASE_PATH'] || '/');
  },
  get siteUrl() {
    return readSiteUrl(environment['SITE_URL'] || 'https://faultbook.example');
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

function readBasePath(value: string): string {
  const segments = value.split('/').filter(Boolean);
  if (!segments.every((segment) => /^[\w.~-]+$/.test(segment) && !/^\.+$/.test(segment)))
    refuse('BASE_PATH', value, 'not a path. Give names of letters, digits and - _ . ~ with slashes in between, e.g. BASE_PATH=/kb/');
  return ['', ...segments, ''].join('/').replace(/^\/\/$/, '/');
}

function readSiteUrl(value: string): string {
  const url = URL.parse(value);
  if (!url || !/^https?:$/.test(url.protocol))
    return refuse('SITE_URL', value, 'not the address of a server. Give scheme and host, e.g. SITE_URL=https://kb.example');
  if (url.href !== `${url.origin}/`)
    refuse('SITE_URL', value, `more than scheme and host. Give SITE_URL=${url.origin}, and the path in BASE_PATH`);
  return url.origin;
}

function readPort(value: string): number {
  if (!/^\d{1,5}$/.test(value) || Number(value) > 65_535)
    refuse('PORT', value, 'not a port. Give a number from 0 to 65535, e.g. PORT=4321');
  return Number(value);
}
