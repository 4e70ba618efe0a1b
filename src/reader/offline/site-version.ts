/** The version of a build, and the files of it that readers may keep. */

/** A file of the site. */
export interface SiteFile {
  /** Its path below the site's root, e.g. `articles/redis-oom/`. */
  path: string;
  bytes: number;
  /** The hash that browsers check it against: `sha256-…`. */
  integrity: string;
}

/** The summary of a build. */
export interface SiteVersion {
  /** The first twelve hex digits of a SHA-256 over the list of files: any change of any file makes another version. */
  version: string;
  files: number;
  bytes: number;
}

/** Returns the hash of a file in the form that browsers check. */
export async function integrityOf(content: BufferSource): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', content));
  return `sha256-${btoa(String.fromCharCode(...digest))}`;
}

/** Returns the list of files in the form in which it is published. */
export const listText = (files: readonly SiteFile[]): string => JSON.stringify(files);

/**
 * Returns the version of the build that has these files.
 *
 * @param list the list as it is published
 */
export async function versionOf(list: string): Promise<SiteVersion> {
  const files = JSON.parse(list) as SiteFile[];
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(list)));
  const hex = [...digest.subarray(0, 6)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return { version: hex, files: files.length, bytes: files.reduce((sum, { bytes }) => sum + bytes, 0) };
}
