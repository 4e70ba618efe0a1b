/** Why the search could not answer, in three kinds: each leaves the reader something else to do. */

/**
 * - `unreachable`: the host did not answer, or the connection broke. A retry may succeed.
 * - `outdated`: the host no longer has the file, or has one that this page cannot read: the site was probably rebuilt
 *   since the page was loaded. Reloading the page helps.
 * - `unreadable`: the browser cannot read a file that the reader dropped.
 */
export type Failure = 'unreachable' | 'outdated' | 'unreadable';

/** A search that failed for a known reason. */
export class SearchFailure extends Error {
  readonly failure: Failure;

  constructor(failure: Failure, message: string, cause?: unknown) {
    super(message, { cause });
    this.failure = failure;
  }
}

/** Returns the kind of an error. Unknown errors count as `outdated`, because page and index may be of different versions. */
export const failureOf = (error: unknown): Failure => (error instanceof SearchFailure ? error.failure : 'outdated');
