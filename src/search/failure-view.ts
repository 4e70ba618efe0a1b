/** What a reader is told when there is no answer, and the ways on from there. */
import { element } from './element.ts';
import type { Failure } from './failure.ts';

/** What happened, in words. */
export const failureInWords: Readonly<Record<Failure, string>> = {
  unreachable: 'The search could not be loaded: the server does not answer, or the connection broke off. Your text is still in the box.',
  outdated:
    'The search could not be loaded: what the server sent does not fit this page, as happens when the site was updated since the page was opened. Open the search anew: your text goes with you.',
  unreadable: 'The file could not be read. Paste its text instead.',
};

/** What a reader may do next. */
export interface WaysOn {
  /** Asks once more. */
  again?: () => void;
  /** Loads the search page anew, with what is in the box. */
  anew?: () => void;
  /** The address of the list of all symptoms, which needs no search. */
  symptoms: string;
}

/**
 * Makes the controls for the ways on.
 *
 * @param ways those that there are
 */
export function waysOn({ again, anew, symptoms }: WaysOn): Node[] {
  return [
    element('p', { className: 'ways-on' }, [
      ...(again ? [element('button', { className: 'button is-primary', type: 'button', onclick: again }, ['Try again'])] : []),
      ...(anew ? [element('button', { className: 'button', type: 'button', onclick: anew }, ['Open the search anew'])] : []),
      element('a', { className: 'button', href: symptoms }, ['List of all symptoms']),
    ]),
  ];
}
