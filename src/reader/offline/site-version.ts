/** A build of the site as a whole: what it is called, and the files of it that readers may keep. */

/** A file of the site. */
export interface SiteFile {
  /** Where it is below the site's root, e.g. `articles/redis-oom/`. */
  path: string;
  bytes: number;
  /** What is in it, as browsers check it: `sha256-…`. */
  integrity: string;
}

/** A build, in short. */
export interface SiteVersion {
  /** The first twelve hex digits of a SHA-256 over the list of files: any change of any file makes another version. */
  version: string;
  files: number;
  bytes: number;
}

/** What is in a file, as browsers check it. */
export async function integrityOf(content: BufferSource): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', content));
  return `sha256-${btoa(String.fromCharCode(...digest))}`;
}

/** The list of files as it is published. */
export const listText = (files: readonly SiteFile[]): string => JSON.stringify(files);

/**
 * Tells which build a list of files is.
 *
 * @param list the list as it is published
 */
export async function versionOf(list: string): Promise<SiteVersion> {
  const files = JSON.parse(list) as SiteFile[];
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(list)));
  const hex = [...digest.subarray(0, 6)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return { version: hex, files: files.length, bytes: files.reduce((sum, { bytes }) => sum + bytes, 0) };
}
