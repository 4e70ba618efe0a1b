import type { TicketNote } from '../note.ts';

/** Formats a note as its permalink alone. */
export const link = ({ url }: TicketNote): string => url;
