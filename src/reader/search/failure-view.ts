/** What a reader is told when there is no answer, and the ways on from there. */
import { element } from '../element.ts';

/** What happened, in words. Browsers do not always say which of the two it was. */
export const failureInWords =
  'The search could not be loaded: the connection broke off, or the site was updated since the page was opened.';

/**
 * Makes the ways on.
 *
 * @param symptoms the address of the list of all symptoms, which needs no search
 * @param ways what else there is to press, by the words on the button
 */
export function waysOn(symptoms: string, ways: Readonly<Record<string, () => void>>): HTMLElement {
  return element('p', { className: 'ways-on' }, [
    ...Object.entries(ways).map(([label, onclick]) => element('button', { className: 'button', onclick }, [label])),
    element('a', { className: 'button', href: symptoms }, ['All symptoms']),
  ]);
}
