/** Shows an answer as elements of the page. All texts become text nodes: a paste is never parsed as HTML. */
import type { SearchedSymptom } from '../../search/searched-symptom.ts';
import type { Risk } from '../../model/vocabulary.ts';
import { button, element } from '../element.ts';
import { fillIn } from '../../search/fill-in.ts';
import { reportUrl } from '../../addresses/repository.ts';
import { copy } from '../tickets/clipboard.ts';
import { pasteView } from './paste-view.ts';
import { ticketCopy } from './ticket-copy.ts';
import type { ShownAnswer, ShownHit } from '../../search/shown-answer.ts';

export { inOneSentence } from '../../search/verdict.ts';

/** A copy of the labels in the vocabulary: importing the vocabulary would make the search page load one more file. */
const riskLabels: Readonly<Record<Risk, string>> = { safe: 'Safe', disruptive: 'Disruptive', 'data-loss': 'Data loss' };

/**
 * Returns the elements that show an answer.
 *
 * @param answer what was found
 * @param report the pattern of the address at which unknown messages are reported, if the site has one
 */
export function answerView(answer: ShownAnswer, report: string | undefined): Node[] {
  const views = answer.hits.map((hit, index) => hitView(hit, index === 0 ? inFull(hit.symptom, answer) : []));
  return answer.verdict === 'match' ? views : [...views, reportView(answer.template, report)];
}

/**
 * Shows the template of a message, with a link to report the message as missing. A site that takes no reports has a button that copies the
 * template instead. Neither contains anything else of the paste.
 */
function reportView(template: string, report: string | undefined): HTMLElement {
  return element('aside', { className: 'aside report' }, [
    element('p', { className: 'aside-label' }, ['Not it?']),
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

/** Shows a hit by title and meaning; `rest` is what only the best hit has. */
function hitView({ symptom, verdict }: ShownHit, rest: readonly Node[]): HTMLElement {
  return element('article', { className: `finding is-${verdict}` }, [
    element('p', { className: 'finding-verdict' }, [verdict === 'match' ? 'Match' : 'Related']),
    element('h2', {}, [element('a', { href: symptom.url, className: 'result-link' }, [symptom.title])]),
    element('p', {}, [symptom.meaning]),
    element('p', { className: 'quiet' }, ['In ', element('a', { href: symptom.article.url }, [symptom.article.title])]),
    element('div', { className: 'section-marks' }, [ticketCopy(symptom)]),
    ...rest,
  ]);
}

function inFull(symptom: SearchedSymptom, { proof, values }: ShownAnswer): Node[] {
  const commands: { place: HTMLElement; command: string }[] = [];
  const [fix] = symptom.fixes;
  const steps = [
    stepView('Check first', symptom.check.title, symptom.check.url, symptom.check.command, commands),
    ...(fix ? [stepView(`Then: ${riskLabels[fix.risk]}, takes effect ${fix.takesEffect}`, fix.title, fix.url, fix.command, commands)] : []),
  ];
  const usable = [...values].filter(([name]) => commands.some(({ command }) => command.includes(`<${name}>`)));
  return [
    ...(proof.length ? [pasteView(proof)] : []),
    ...(usable.length ? [fillSwitch(commands, new Map(usable))] : []),
    ...steps,
    ...lookAlikesView(symptom),
  ];
}

function stepView(
  label: string,
  title: string,
  url: string,
  command: string | undefined,
  commands: { place: HTMLElement; command: string }[],
): HTMLElement {
  const code = element('code', {}, [command ?? '']);
  if (command) commands.push({ place: code, command });
  return element('div', { className: 'finding-step' }, [
    element('p', { className: 'quiet' }, [label]),
    element('p', {}, [element('a', { href: url }, [title])]),
    ...(command ? [element('pre', { tabIndex: 0 }, [code])] : []),
  ]);
}

/** Returns the switch that fills values of the paste into the commands. The values never leave the page. */
function fillSwitch(commands: readonly { place: HTMLElement; command: string }[], values: ReadonlyMap<string, string>): HTMLElement {
  const box = element('input', { type: 'checkbox' });
  box.addEventListener('change', () => {
    for (const { place, command } of commands) place.textContent = box.checked ? fillIn(command, values) : command;
  });
  const named = [...values].map(([name, value]) => `${name} ${value}`).join(', ');
  return element('label', { className: 'fill-switch' }, [box, `Fill in from the paste: ${named}`]);
}

function lookAlikesView({ lookAlikes }: SearchedSymptom): Node[] {
  if (lookAlikes.length === 0) return [];
  const entries = lookAlikes.map(({ title, tell, url }) => element('li', {}, [element('a', { href: url }, [title]), `: ${tell}`]));
  return [
    element('details', { className: 'more' }, [element('summary', {}, ['If you see something else instead']), element('ul', {}, entries)]),
  ];
}
