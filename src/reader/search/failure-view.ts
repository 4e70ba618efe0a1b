/** The messages for readers when there is no answer, and the ways to continue. */
import { button, element } from '../element.ts';
import { failureOf, SearchFailure, type Failure } from '../../search/failure.ts';

const notLoaded = 'The search could not be loaded: the connection broke off, or the site was updated since the page was opened.';

/** The message for each failure. Browsers do not always say whether a file is gone or the connection broke off, so both have one text. */
export const failureInWords: Readonly<Record<Failure, string>> = {
  unreachable: notLoaded,
  outdated: notLoaded,
  unreadable: 'The file could not be read. Paste its text instead.',
  defect: 'The search failed because of a bug in this site. Your text is still in the box.',
};

/** Reports a bug of this site to the browser's console. Other failures have external causes and are not reported. */
export function reportDefect(error: unknown): void {
  if (failureOf(error) === 'defect') reportError(error instanceof SearchFailure ? (error.cause ?? error) : error);
}

/**
 * Returns the buttons and links with which a reader can continue.
 *
 * @param symptoms the URL of the list of all symptoms, which needs no search
 * @param ways the action of each button, by its label
 */
export const waysOn = (symptoms: string, ways: Readonly<Record<string, () => void>>): HTMLElement =>
  element('p', { className: 'ways-on' }, [
    ...Object.entries(ways).map(([label, act]) => button(label, act)),
    element('a', { className: 'button', href: symptoms }, ['All symptoms']),
  ]);
