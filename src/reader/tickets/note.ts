/** The note about a symptom that readers copy into a ticket. */
import type { Risk } from '../../model/vocabulary.ts';

/** A note for a ticket. Texts are one line each; URLs are absolute. It holds nothing that a reader has pasted. */
export interface TicketNote {
  title: string;
  /** What it means, in one sentence. */
  meaning: string;
  /** The remedy that was chosen. */
  fix?: { title: string; risk: Risk; url: string };
  /** The permalink. */
  url: string;
  /** What stands before the revision, e.g. the name of the site. */
  stamp: string;
  /** The revision of the content, as in `faults.json`. */
  revision: string;
  /** When it was copied: UTC, ISO 8601. */
  time: string;
}

/** A note before it is copied. */
export type NoteContent = Omit<TicketNote, 'time' | 'stamp'>;
