/** Why there is no answer, as far as it makes a difference to what a reader can do. */

/**
 * - `unreachable`: a file did not come, or the connection broke off; another attempt may get it
 * - `outdated`: the host has no such file any more, or one that this page cannot read, as after the site was published anew
 * - `unreadable`: a file that the reader dropped cannot be read
 */
export type Failure = 'unreachable' | 'outdated' | 'unreadable';

/** An answer that failed for a reason that is known. */
export class SearchFailure extends Error {
  readonly failure: Failure;

  constructor(failure: Failure, message: string, cause?: unknown) {
    super(message, { cause });
    this.failure = failure;
  }
}

/** The reason of an error. What fails in a way that nobody foresaw is code and data that do not fit together. */
export const failureOf = (error: unknown): Failure => (error instanceof SearchFailure ? error.failure : 'outdated');
