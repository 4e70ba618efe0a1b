/** Why a copy could not be kept, in words for readers. */
import { sizeInWords } from '../search/size-in-words.ts';

/** What went wrong: no room, the browser's storage, the network, a deploy in between, files altered on their way, or the reader stopped it. */
export type KeepFailureReason = 'room' | 'storage' | 'connection' | 'republished' | 'altered' | 'stopped' | 'busy' | 'worker';

/** A copy was not kept, and nothing of it is left. */
export class KeepFailure extends Error {
  readonly reason: KeepFailureReason;

  constructor(reason: KeepFailureReason, cause?: unknown) {
    super(reason, { cause });
    this.reason = reason;
  }
}

/**
 * Says what went wrong and what to do.
 *
 * @param error what was thrown while a copy was being kept
 * @param bytes what the copy takes
 * @param room what the browser still gives the site, in bytes, if it says so
 */
export function failureInWords(error: unknown, bytes: number, room: number | undefined): string {
  switch (error instanceof KeepFailure ? error.reason : 'storage') {
    case 'room': {
      const given = room === undefined ? '' : ` This browser has ${sizeInWords(room)} left for this site.`;
      return `There is no room for ${sizeInWords(bytes)}.${given} Free space on the device, then try again.`;
    }
    case 'connection':
      return 'The connection broke off. Try again when it is back.';
    case 'republished':
      return 'A newer version of the site came out meanwhile. Try again to get it.';
    case 'altered':
      return 'What arrived is not what was published: something on the way alters the files. Try another network, or tell who runs this site.';
    case 'stopped':
      return 'Stopped.';
    case 'busy':
      return 'Another tab is at it already.';
    case 'worker':
      return 'This browser does not let the site work offline. Private windows often do not.';
    case 'storage':
      return 'This browser could not store the copy. Private windows often cannot.';
  }
}
