/** What a reader is told when there is no answer, and the ways on from there. */
import { element } from './element.ts';
import type { Failure } from './failure.ts';

/** What happened, in words. */
export const failureInWords: Readonly<Record<'unreachable' | 'outdated', string>> = {
  unreachable: 'The search could not be loaded: the server does not answer, or the connection broke off. Your text is still in the box.',
  outdated:
    'The search could not be loaded: the site was probably updated since the page was opened. Open the search anew: your text goes with you.',
};

/** What a reader can do. */
export interface WaysOn {
  /** Asks once more. */
  again: () => void;
  /** Loads the search page anew, with what is in the box. */
  anew: () => void;
}

/**
 * Makes the controls for the ways on; the one that is likeliest to help comes first.
 *
 * @param symptoms the address of the list of all symptoms, which needs no search
 * @param failure what failed; nothing has, while the search is still loading
 * @param ways what the buttons do
 */
export function waysOn(symptoms: string, failure?: Failure, ways?: WaysOn): HTMLElement {
  const labels = { again: 'Try again', anew: 'Open the search anew' };
  const order = failure === 'outdated' ? (['anew', 'again'] as const) : (['again', 'anew'] as const);
  const buttons = order.map((way, place) =>
    element('button', { className: place === 0 ? 'button is-primary' : 'button', type: 'button', onclick: () => ways?.[way]() }, [
      labels[way],
    ]),
  );
  const list = element('a', { className: 'button', href: symptoms }, ['List of all symptoms']);
  return element('p', { className: 'ways-on' }, [...(ways ? buttons : []), list]);
}
