/** The format that the reader chose last. From then on, one press copies it. */
import { keepChoice, keptChoice } from '../choices.ts';
import { ticketFormats, type TicketFormatName } from './formats/index.ts';

const key = 'ticket-format';

/** Returns the format that was chosen last in this browser. A name that is no format is ignored. */
export function rememberedFormat(): TicketFormatName | undefined {
  const name = keptChoice(key) ?? '';
  return Object.hasOwn(ticketFormats, name) ? (name as TicketFormatName) : undefined;
}

/** Keeps the choice of a format. */
export const rememberFormat = (name: TicketFormatName): void => keepChoice(key, name);
