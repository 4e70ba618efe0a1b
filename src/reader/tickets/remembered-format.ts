/** The format that the reader chose last, which one press then copies. */
import { ticketFormats, type TicketFormatName } from './formats/index.ts';

const key = 'ticket-format';

/** The format chosen last, in this browser. */
export function rememberedFormat(): TicketFormatName | undefined {
  try {
    const name = localStorage.getItem(key) ?? '';
    return Object.hasOwn(ticketFormats, name) ? (name as TicketFormatName) : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps the choice. */
export function rememberFormat(name: TicketFormatName): void {
  try {
    localStorage.setItem(key, name);
  } catch {
    // Storage is refused in some private windows: the reader then chooses each time.
  }
}
