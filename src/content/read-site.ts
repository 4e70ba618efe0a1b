import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { Finding, Issue } from '../model/issue.ts';
import { salvageSite, siteSchema, type Site } from '../model/site-schema.ts';
import { descriptionOf } from './field-descriptions.ts';
import { readContentFile, type ReadFailure } from './read-file.ts';
import { readSource } from './read-source.ts';
import { parseWith, readYaml, type YamlSource } from './read-yaml.ts';
import { settings } from '../settings.ts';

/** The file that says what makes one site, in the content root. */
export const siteFile = 'site.yaml';
/** The folder of the content root with the files that are published as they are. */
export const publicFolder = 'public';

/** A picture of the site, e.g. its logo. */
export interface SitePicture {
  /** Its path below `public/`. */
  file: string;
  bytes: Uint8Array;
}

/** What `site.yaml` says, as far as it can be read. */
export interface SiteSource {
  /** Path of the file, for messages. */
  file: string;
  site: Site;
  /** The logo, when there is one. */
  logo: SitePicture | undefined;
  /** The icon in tabs, when there is one. */
  favicon: SitePicture | undefined;
  /** The files that are published as they are, by their paths below `public/`; without those that only hosts read. */
  publicFiles: readonly string[];
  placeOf: YamlSource['placeOf'];
  /** What is wrong with the form of the file. */
  issues: readonly Issue[];
}

const start = { line: 1, column: 1 };

/** What stands for a site where there is no content root. */
export const noSite: SiteSource = {
  file: siteFile,
  site: salvageSite(undefined),
  logo: undefined,
  favicon: undefined,
  publicFiles: [],
  placeOf: () => start,
  issues: [],
};

/**
 * Reads `site.yaml`, and the pictures that it names.
 *
 * @param root the content root
 * @param base the folder that paths in messages are relative to
 */
export async function readSite(root: string, base: string = settings.userFolder): Promise<SiteSource> {
  const absolute = path.join(root, siteFile);
  const file = path.relative(base, absolute);
  const publicFiles = await listPublicFiles(path.join(root, publicFolder));
  const inFile = (findings: readonly Finding[]) => findings.map((finding): Issue => ({ file, ...finding }));
  const read = await readContentFile(absolute);
  const unread = (findings: readonly Finding[]): SiteSource => ({ ...noSite, file, publicFiles, issues: inFile(findings) });
  if ('failure' in read) return unread([notRead(read.failure, file)]);
  const { text, findings } = readSource(read.bytes);
  if (findings.some(({ kind }) => kind === 'empty-file')) return unread([toWrite('an empty file', file)]);
  if (findings.length) return unread(findings);
  const yaml = readYaml(text);
  const site = salvageSite(yaml.data);
  const { findings: inPictures, ...pictures } = await readPictures(root, site, yaml, base);
  const issues = inFile([...formOf(yaml), ...inPictures]);
  return { file, site, ...pictures, publicFiles, placeOf: yaml.placeOf, issues };
}

async function listPublicFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => path.relative(folder, path.join(parentPath, name)).replaceAll(path.sep, '/'))
    .filter((file) => !/(^|\/)[._]/.test(file))
    .toSorted();
}

const formOf = (yaml: YamlSource): readonly Finding[] =>
  yaml.findings.length
    ? yaml.findings
    : parseWith(siteSchema, yaml, (at) => descriptionOf(siteSchema, at), 'the file').findings.map((finding) => ({
        ...finding,
        kind: 'site',
      }));

async function readPictures(
  root: string,
  site: Site,
  { placeOf }: YamlSource,
  base: string,
): Promise<Pick<SiteSource, 'logo' | 'favicon'> & { findings: Finding[] }> {
  const findings: Finding[] = [];
  const readPicture = async (field: 'logo' | 'favicon'): Promise<SitePicture | undefined> => {
    const file = site[field];
    if (file === undefined) return undefined;
    const absolute = path.join(root, publicFolder, file);
    const read = await readContentFile(absolute);
    if ('bytes' in read) return { file, bytes: read.bytes };
    const shown = path.relative(base, absolute);
    const why = read.failure === 'missing' ? `and there is no ${shown}` : `and ${shown} cannot be read: ${read.failure.refused}`;
    findings.push({
      kind: 'site',
      ...placeOf([field]),
      found: `${field}: "${file}", ${why}`,
      mend: 'put the file there, or remove the line',
    });
    return undefined;
  };
  return { logo: await readPicture('logo'), favicon: await readPicture('favicon'), findings };
}

const toWrite = (found: string, file: string): Finding => ({
  ...{ kind: 'site', ...start, found },
  mend: `write ${file} with three lines at least: "name: …", "tagline: …" and "url: https://…", the server on which the site is published`,
});

const notRead = (failure: ReadFailure, file: string): Finding =>
  failure === 'missing'
    ? toWrite('no such file', file)
    : {
        ...{ kind: 'site', ...start, found: `a file that cannot be read: ${failure.refused}` },
        mend: 'give the user who runs this the right to read it',
      };
