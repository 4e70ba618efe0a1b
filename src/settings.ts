/** Reads the settings of a site from environment variables: where its content is, and where and under which URL it is built and served. */
import path from 'node:path';
import process from 'node:process';
import { parseBasePath, parseOrigin, type Parsed } from './model/published-at.ts';
import { UserError } from './user-error.ts';

/** The settings. Reading one fails with a `UserError` when its value cannot be used. */
export interface Settings {
  /**
   * The folder that the user stands in: where relative paths in the environment start, and those in messages. npm runs its scripts in the
   * folder of the project, and passes the user's own on as INIT_CWD.
   */
  readonly userFolder: string;
  /** CONTENT_ROOT: the folder that holds the content, as an absolute path. Another one makes another site. */
  readonly contentRoot: string;
  /** OUT_DIR: the folder of the built site, which a build empties, as an absolute path. */
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
  get userFolder() {
    return path.resolve(environment['INIT_CWD'] || '.');
  },
  get contentRoot() {
    return fromUser(this, environment['CONTENT_ROOT']) ?? path.resolve('content');
  },
  get outDir() {
    const folder = fromUser(this, environment['OUT_DIR']);
    return folder === undefined ? path.resolve('dist') : checkOutDir(folder, this, environment['OUT_DIR'] ?? '');
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

/** Returns the absolute path of a file or folder that the user names on the command line: from where the user stands. */
export const givenPath = (name: string): string => path.resolve(settings.userFolder, name);

/** Returns a path as messages show it: from where the user stands. */
export const shownPath = (file: string): string => path.relative(settings.userFolder, file) || '.';

const fromUser = ({ userFolder }: Pick<Settings, 'userFolder'>, folder: string | undefined) =>
  folder ? path.resolve(userFolder, folder) : undefined;

const refuse = (name: string, value: string, why: string): never => {
  throw new UserError(`${name}=${value}: ${why}`);
};

function checkOutDir(folder: string, { contentRoot }: Pick<Settings, 'contentRoot'>, given: string): string {
  const contains = (inner: string) => !path.relative(folder, inner).startsWith('..');
  if (contains('.') || contains(contentRoot))
    refuse('OUT_DIR', given, 'a build empties this folder, and it holds sources. Name another one, e.g. OUT_DIR=dist');
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
