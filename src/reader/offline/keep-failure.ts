/** Why a copy could not be kept, in words for readers. */
import { sizeInWords } from '../search/size-in-words.ts';

/**
 * - `room`, `storage`: the browser has no room left, or refuses its storage
 * - `connection`: the server did not answer
 * - `republished`: a newer version was published while the copy was being made
 * - `altered`: a file was changed on its way through the network
 * - `stopped`: the reader stopped it
 * - `busy`: another tab is keeping or removing a copy
 * - `worker`: the browser refuses the service worker
 * - `defect`: a bug of this site
 */
export type KeepFailureReason = 'room' | 'storage' | 'connection' | 'republished' | 'altered' | 'stopped' | 'busy' | 'worker' | 'defect';

/** An error with a known reason. No part of the copy is left. */
export class KeepFailure extends Error {
  readonly reason: KeepFailureReason;

  constructor(reason: KeepFailureReason, cause?: unknown) {
    super(reason, { cause });
    this.reason = reason;
  }
}

/** Returns the reason of an error. A `DOMException` comes from the browser's storage; any other error that has no reason is a bug. */
export function reasonOf(error: unknown): KeepFailureReason {
  if (error instanceof KeepFailure) return error.reason;
  if (!(error instanceof DOMException)) return 'defect';
  return error.name === 'QuotaExceededError' ? 'room' : 'storage';
}

/**
 * Returns a message that says what went wrong and what the reader can do.
 *
 * @param reason why the copy was not kept
 * @param bytes the size of the copy
 * @param room how many more bytes the browser lets the site store, if it says so
 */
export function failureInWords(reason: KeepFailureReason, bytes: number, room: number | undefined): string {
  switch (reason) {
    case 'room': {
      const given = room === undefined ? '' : ` This browser has ${sizeInWords(room)} left for this site.`;
      return `There is no room for ${sizeInWords(bytes)}.${given} Free space on the device, then try again.`;
    }
    case 'connection':
      return 'The connection broke off. Try again when it is back.';
    case 'republished':
      return 'A newer version of the site was published in the meantime. Try again to get it.';
    case 'altered':
      return 'The files that arrived are not the published ones: the network changed them. Try another network, or tell the people who run this site.';
    case 'stopped':
      return 'Stopped.';
    case 'busy':
      return 'Another tab is already doing this.';
    case 'worker':
      return 'This browser does not let the site work offline. Private windows often do not.';
    case 'storage':
      return 'This browser could not store the copy. Private windows often cannot.';
    case 'defect':
      return 'This failed because of a bug in this site.';
  }
}
