/** The words that a note has in every format. */
import { risks } from '../../../model/vocabulary.ts';
import type { TicketNote } from '../note.ts';

/** Returns a text as one line. A line break would end a list item or a heading in most formats. */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Returns the risk of a fix in words. */
export const riskOf = (fix: NonNullable<TicketNote['fix']>): string => `risk: ${risks[fix.risk].label.toLowerCase()}`;

/** Returns what the site says before the revision of the content, the revision and the time. */
export const stampOf = ({ stamp, revision, time }: TicketNote): string => `${stamp} ${revision}, ${time}`;
