/** Renders diagrams for pages: the picture, its caption, and the same content in words. */
import type { Element, ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import type { Drawing, DrawnNode } from './drawing.ts';

/**
 * Returns the HTML of a diagram.
 *
 * @param drawing the drawn diagram
 * @param resolveUrl turns a link of the diagram, as the author wrote it, into one that works on the page
 */
export function diagramFigure(drawing: Drawing, resolveUrl: (url: string) => string): string {
  const figure = h('diagram-zoom', [
    h('figure', { class: 'diagram' }, [
      h('div', { class: 'diagram-canvas', tabindex: '0', role: 'region', ariaLabel: `Diagram: ${drawing.title}` }, [
        raw(accessibleSvg(drawing, resolveUrl)),
      ]),
      h('figcaption', [h('span', drawing.title)]),
    ]),
    inWords(drawing, resolveUrl),
  ]);
  return toHtml(figure, { allowDangerousHtml: true });
}

/**
 * Returns the drawing as a decorative picture, for places where text beside it says the same.
 *
 * @param drawing the drawn diagram
 */
export function diagramPicture(drawing: Drawing): string {
  const unlinked = drawing.svg
    .replace(/<a( [^>]*)>/g, (_, attributes: string) => `<g${attributes.replace(/ href="[^"]*"/, '')}>`)
    .replaceAll('</a>', '</g>');
  return unlinked.replace('<svg ', '<svg aria-hidden="true" focusable="false" ');
}

const raw = (value: string): ElementContent => ({ type: 'raw', value });

/** Returns the SVG with its accessible role: a group when it has links, so that assistive software can reach them; otherwise an image. */
function accessibleSvg({ svg, title, description, nodes }: Drawing, resolveUrl: (url: string) => string): string {
  const linked = nodes.some(({ url }) => url);
  const label = toHtml(h('svg', { role: linked ? 'group' : 'img', 'aria-label': `${title}. ${description}` })).replace(/><\/svg>$/, '');
  return svg
    .replace('<svg', () => label)
    .replace(/ href="([^"]*)"/g, (_, url: string) =>
      toHtml(h('a', { href: resolveUrl(url.replaceAll('&amp;', '&')) })).replace(/^<a|><\/a>$/g, ''),
    );
}

/** Returns the nodes and connections as lists, for screen readers and for everybody who cannot see the picture. */
function inWords(drawing: Drawing, resolveUrl: (url: string) => string): Element {
  const byId = new Map(drawing.nodes.map((node) => [node.id, node]));
  const named = (id: string) => byId.get(id)?.label ?? id;
  const connections = drawing.edges.map(({ from, to, label }) => h('li', `${named(from)} → ${named(to)}${label ? `: ${label}` : ''}`));
  return h('details', { class: 'diagram-words' }, [
    h('summary', 'The diagram in words'),
    h('p', drawing.description),
    h('p', 'What it shows:'),
    h(
      'ul',
      drawing.nodes.map((node) => h('li', nodeInWords(node, resolveUrl))),
    ),
    h('p', 'How it connects:'),
    h('ul', connections),
  ]);
}

function nodeInWords({ label, group, url }: DrawnNode, resolveUrl: (url: string) => string): ElementContent[] {
  const name: ElementContent = url ? h('a', { href: resolveUrl(url) }, label) : { type: 'text', value: label };
  return group ? [name, { type: 'text', value: ` (in ${group})` }] : [name];
}
