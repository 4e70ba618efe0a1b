/** Shows what to do about a match: the command that confirms it with its readings, then the first fix. */
import type { SearchedSymptom } from '../../search/searched-symptom.ts';
import type { FixKind } from '../../model/vocabulary.ts';
import { inlineParts } from '../../model/inline-code.ts';
import { fillIn, placeholdersIn } from '../../search/fill-in.ts';
import { element } from '../element.ts';
import { copyButton } from '../copy-button.ts';
import { riskMark } from './marks.ts';

type Reading = SearchedSymptom['check']['readings'][number];

/** A copy of labels in the vocabulary, see `marks.ts`. */
export const kindLabels: Readonly<Record<FixKind, string>> = {
  mitigate: 'Stop it now',
  resolve: 'Fix it for good',
  prevent: 'Keep it from coming back',
};

/** A command that is shown, and the element that shows it. */
interface ShownCommand {
  place: HTMLElement;
  command: string;
}

/**
 * Returns the steps. All of their links lead to the page of the symptom.
 *
 * @param symptom the symptom
 * @param values the values of the paste that may stand in commands
 */
export function stepsView({ url, check, fixes }: SearchedSymptom, values: ReadonlyMap<string, string>): Node[] {
  const commands: ShownCommand[] = [];
  const [fix] = fixes;
  const confirm = stepView('Confirm it', { title: check.title, url: `${url}#${check.id}` }, [
    ...commandView(check.command, commands),
    ...(check.readings.length ? [readingsView(check.readings)] : []),
  ]);
  const mend =
    fix &&
    stepView(kindLabels[fix.kind], { title: fix.title, url: `${url}#${fix.id}` }, [
      element('p', { className: 'section-marks' }, [riskMark(fix.risk, fix.effect), element('span', {}, [`Works ${fix.takesEffect}`])]),
      ...commandView(fix.command, commands),
    ]);
  const wanted = placeholdersIn(commands.map(({ command }) => command));
  const usable = new Map([...values].filter(([name]) => wanted.includes(name)));
  const steps = element('div', { className: 'finding-steps' }, [confirm, ...(mend ? [mend] : [])]);
  return [...(usable.size ? [fillSwitch(commands, usable)] : []), steps];
}

const stepView = (label: string, { title, url }: { title: string; url: string }, rest: readonly Node[]): HTMLElement =>
  element('section', { className: 'finding-step' }, [
    element('h3', {}, [label]),
    element('p', {}, [element('a', { href: url }, [title])]),
    ...rest,
  ]);

function commandView(command: string | undefined, commands: ShownCommand[]): HTMLElement[] {
  if (command === undefined) return [];
  const place = element('code', {}, [command]);
  commands.push({ place, command });
  return [
    element('div', { className: 'finding-command' }, [
      element('pre', { className: 'is-terminal', tabIndex: 0 }, [place]),
      copyButton(() => place.textContent),
    ]),
  ];
}

function readingsView(readings: readonly Reading[]): HTMLElement {
  const head = ['It shows', 'That is', 'Do'].map((words) => element('th', { scope: 'col' }, [words]));
  const rows = readings.map(({ shows, means, is, do: step }) =>
    element('tr', {}, [
      element('td', {}, inlineText(shows)),
      element('td', {}, [...linked(is), ...(is && means ? [': '] : []), ...(means ? inlineText(means) : [])]),
      element('td', {}, linked(step)),
    ]),
  );
  return element('table', { className: 'readings' }, [element('thead', {}, [element('tr', {}, head)]), element('tbody', {}, rows)]);
}

const linked = (target: Reading['is']): Node[] => (target ? [element('a', { href: target.url }, [target.title])] : []);
const inlineText = (text: string): (Node | string)[] =>
  inlineParts(text).map((part) => ('code' in part ? element('code', {}, [part.code]) : part.text));

/** Returns the switch that fills values of the paste into the commands. The values never leave the page. */
function fillSwitch(commands: readonly ShownCommand[], values: ReadonlyMap<string, string>): HTMLElement {
  const box = element('input', { type: 'checkbox' });
  box.addEventListener('change', () => {
    for (const { place, command } of commands) place.textContent = box.checked ? fillIn(command, values) : command;
  });
  const named = [...values].map(([name, value]) => `${name} ${value}`).join(', ');
  return element('label', { className: 'fill-switch' }, [box, `Fill in from the paste: ${named}`]);
}
