import type { TicketNote } from '../note.ts';

/** The permalink alone. */
export const link = ({ url }: TicketNote): string => url;
