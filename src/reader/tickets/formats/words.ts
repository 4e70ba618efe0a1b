/** The words that a note has in every format. */
import { risks } from '../../../model/vocabulary.ts';
import type { TicketNote } from '../note.ts';

/** A text as one line: in a format whose lines have a meaning, a line break would end what it stands in. */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The risk of the fix as words. */
export const riskOf = (fix: NonNullable<TicketNote['fix']>): string => `risk: ${risks[fix.risk].label.toLowerCase()}`;

/** Which state of the content was seen, and when. No format reads a sign of it as markup. */
export const stampOf = ({ revision, time }: TicketNote): string => `Faultbook revision ${revision}, ${time}`;
