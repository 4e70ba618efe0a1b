/** The placeholders in a page's commands, each in an element of its own, so that it can show a value and come back. */
import { element } from '../element.ts';
import { commandsOnPage, placeholderNames } from './commands-on-page.ts';

/** A placeholder: all its places on the page. */
export interface Placeholder {
  name: string;
  /** Shows a value in all places, or the placeholder where the value is empty. */
  show: (value: string) => void;
}

/** Returns the placeholders in the commands of the page. To be called once a page. */
export function findPlaceholders(): Placeholder[] {
  const names = placeholderNames();
  const commands = commandsOnPage();
  return names.map((name) => {
    const places = commands.flatMap((command) => wrapAll(command, `<${name}>`));
    return {
      name,
      show: (value) => {
        for (const { place, nodes } of places) {
          place.classList.toggle('is-filled', value !== '');
          place.replaceChildren(...(value ? [value] : nodes));
        }
      },
    };
  });
}

interface Place {
  place: HTMLElement;
  /** What stood there: highlighting may have cut it into several elements. */
  nodes: readonly ChildNode[];
}

/** Puts each occurrence of a text into an element of its own. */
function wrapAll(command: HTMLElement, text: string): Place[] {
  const places: Place[] = [];
  let from = 0;
  for (;;) {
    const start = command.textContent.indexOf(text, from);
    if (start < 0) return places;
    const range = rangeOf(command, start, start + text.length);
    const nodes = [...range.extractContents().childNodes];
    const place = element('span', { className: 'filled-in' }, nodes);
    range.insertNode(place);
    places.push({ place, nodes });
    from = start + text.length;
  }
}

/** Returns the range of the characters `start` to `end` of an element's text. */
function rangeOf(parent: HTMLElement, start: number, end: number): Range {
  const range = document.createRange();
  const texts = document.createTreeWalker(parent, NodeFilter.SHOW_TEXT);
  let at = 0;
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const length = node.textContent?.length ?? 0;
    if (start >= at && start < at + length) range.setStart(node, start - at);
    if (end > at && end <= at + length) {
      range.setEnd(node, end - at);
      return range;
    }
    at += length;
  }
  return range;
}
