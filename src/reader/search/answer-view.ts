/** Shows an answer as elements of the page. All texts become text nodes: a paste is never parsed as HTML. */
import type { SearchedSymptom } from '../../search/searched-symptom.ts';
import { button, element } from '../element.ts';
import { reportUrl } from '../../addresses/repository.ts';
import { carryValues } from '../fill-in/carried-values.ts';
import { safeValues } from '../../search/fill-in.ts';
import { copy } from '../tickets/clipboard.ts';
import { pasteView } from './paste-view.ts';
import { severityMark } from './marks.ts';
import { stepsView } from './steps-view.ts';
import { ticketCopy } from './ticket-copy.ts';
import type { ShownAnswer, ShownHit } from '../../search/shown-answer.ts';

export { inOneSentence } from '../../search/verdict.ts';

/**
 * Returns the elements that show an answer.
 *
 * @param answer what was found
 * @param report the pattern of the address at which unknown messages are reported, if the site has one
 */
export function answerView(answer: ShownAnswer, report: string | undefined): Node[] {
  const matches = answer.hits.filter(({ verdict }) => verdict === 'match');
  const related = answer.hits.filter(({ verdict }) => verdict !== 'match');
  return [
    ...matches.map((hit, index) => matchView(hit.symptom, index === 0 ? answer : undefined)),
    ...(related.length ? [verdictView('Related'), ...related.map(relatedView)] : []),
    ...(answer.verdict === 'match' ? [] : [reportView(answer.template, report)]),
  ];
}

const verdictView = (label: string) => element('p', { className: 'finding-verdict' }, [label]);

const titleView = ({ title, url }: SearchedSymptom) => element('h2', {}, [element('a', { href: url, className: 'result-link' }, [title])]);

/** Shows a match. The best one is the first half of its page in small; of the others, the title and what they mean. */
function matchView(symptom: SearchedSymptom, answer: ShownAnswer | undefined): HTMLElement {
  const values = safeValues(answer?.values ?? new Map<string, string>());
  const view = element('article', { className: 'finding is-match' }, [
    verdictView('Match'),
    titleView(symptom),
    element('p', {}, [symptom.meaning]),
    element('p', { className: 'quiet' }, [severityMark(symptom.severity), ` ${symptom.impact}`]),
    ...(answer?.proof.length ? [pasteView(answer.proof)] : []),
    ...(answer ? stepsView(symptom, values) : []),
    element('div', { className: 'section-marks' }, [ticketCopy(symptom)]),
    ...(answer ? notThis(symptom) : []),
  ]);
  view.addEventListener('click', ({ target }) => {
    if (values.size && target instanceof Element && target.closest('a')) carryValues(symptom.url, values);
  });
  return view;
}

/** Shows what is only related: a line, with nothing to run. */
const relatedView = ({ symptom }: ShownHit): HTMLElement =>
  element('article', { className: 'finding is-related' }, [
    titleView(symptom),
    element('p', { className: 'quiet' }, [element('a', { href: symptom.article.url }, [symptom.article.title])]),
  ]);

function notThis({ lookAlikes }: SearchedSymptom): Node[] {
  if (lookAlikes.length === 0) return [];
  const entries = lookAlikes.map(({ title, tell, url }) => element('li', {}, [element('a', { href: url }, [title]), `: ${tell}`]));
  return [element('details', { className: 'more' }, [element('summary', {}, ['Not this?']), element('ul', {}, entries)])];
}

/**
 * Shows the template of a message, with a link to report the message as missing. A site that takes no reports has a button that copies the
 * template instead. Neither contains anything else of the paste.
 */
function reportView(template: string, report: string | undefined): HTMLElement {
  return element('details', { className: 'aside report' }, [
    element('summary', { className: 'aside-label' }, ['Is this error missing?']),
    element('p', {}, ['This is how the message was read, with placeholders for everything that is yours:']),
    element('pre', { tabIndex: 0 }, [template]),
    report === undefined
      ? copyView(template)
      : element('p', {}, [
          element('a', { href: reportUrl(report, template) }, ['Report it as missing']),
          '. The link carries these lines and nothing else of your paste.',
        ]),
  ]);
}

function copyView(template: string): HTMLElement {
  const copyButton = button('Copy these lines', () => {
    void copy(template, undefined).then((copied) => {
      copyButton.textContent = copied ? 'Copied' : 'The browser refused. Select the lines and copy them';
    });
  });
  copyButton.ariaLive = 'polite';
  return element('p', {}, [copyButton, ' to tell the authors of this site that the message is missing.']);
}
