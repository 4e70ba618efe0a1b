/** The reader's own text, with what was recognised in it told apart. */
import { element } from './element.ts';
import type { Span } from './matcher/explain.ts';

/** So much text is shown around what was recognised. */
const around = 160;

/**
 * Makes the view of a paste: matched words are marked, lifted values are underlined; far-off text is left out.
 *
 * @param text the paste
 * @param spans what was recognised, in order
 */
export function pasteView(text: string, spans: readonly Span[]): HTMLElement {
  const first = spans[0]?.start ?? 0;
  const last = spans.at(-1)?.end ?? text.length;
  const from = Math.max(0, text.lastIndexOf('\n', Math.max(0, first - 1)) + 1, first - around);
  const newline = text.indexOf('\n', last);
  const to = Math.min(newline === -1 ? text.length : newline, last + around);
  const children: (Node | string)[] = from > 0 ? ['… '] : [];
  let at = from;
  for (const { start, end, kind } of spans) {
    children.push(text.slice(at, start), element(kind === 'matched' ? 'mark' : 'ins', {}, [text.slice(start, end)]));
    at = end;
  }
  children.push(text.slice(at, to), ...(to < text.length ? [' …'] : []));
  return element('figure', { className: 'paste-view' }, [
    element('figcaption', { className: 'quiet' }, [
      'In your paste: marked words stand in the known message, underlined ones are its values',
    ]),
    element('pre', { tabIndex: 0 }, children),
  ]);
}
