/** The commands of the page that a reader can run. */
import { placeholdersIn } from '../../search/fill-in.ts';

/** Returns the elements of the commands. */
export const commandsOnPage = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('.is-terminal code')];

/** Returns the names of the placeholders in the commands, in the order in which they first occur. */
export const placeholderNames = (): string[] => placeholdersIn(commandsOnPage().map(({ textContent }) => textContent));
