/** Why there is no answer. Each kind of failure needs another message, or another way to go on. */

/**
 * - `unreachable`: a file did not arrive, or the connection broke off. Another attempt may get it.
 * - `outdated`: the host no longer has the file, or has one that this page cannot read, because a new version of the site was published.
 * - `unreadable`: a file that the reader dropped cannot be read.
 * - `defect`: a bug of this site.
 */
export type Failure = 'unreachable' | 'outdated' | 'unreadable' | 'defect';

/** An error whose kind of failure is known. */
export class SearchFailure extends Error {
  readonly failure: Failure;

  constructor(failure: Failure, message: string, cause?: unknown) {
    super(message, { cause });
    this.failure = failure;
  }
}

/** Returns the kind of failure. Any error other than a `SearchFailure` is a defect. */
export const failureOf = (error: unknown): Failure => (error instanceof SearchFailure ? error.failure : 'defect');
