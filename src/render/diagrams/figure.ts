/** Renders diagrams for pages: the picture, its caption, and the same content in words. */
import type { Element, ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { decisionSteps } from './decision-steps.ts';
import type { Drawing, DrawnNode } from './drawing.ts';
import { isDecision } from './legible.ts';

/**
 * Returns the HTML of a diagram.
 *
 * @param drawing the drawn diagram
 * @param resolveUrl turns a link of the diagram, as the author wrote it, into one that works on the page
 */
export function diagramFigure(drawing: Drawing, resolveUrl: (url: string) => string): string {
  const figure = h('diagram-zoom', [
    h('figure', { class: isDecision(drawing) ? 'diagram is-decision' : 'diagram' }, [
      h('div', { class: 'diagram-canvas' }, [raw(accessibleSvg(drawing, resolveUrl))]),
      h('figcaption', [h('span', drawing.title)]),
    ]),
    isDecision(drawing) ? stepsInWords(drawing, resolveUrl) : inWords(drawing, resolveUrl),
  ]);
  return toHtml(figure, { allowDangerousHtml: true });
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

/**
 * Returns a decision path as a list of questions, each with what follows from its answers. Narrow screens show it in place of the drawing.
 */
function stepsInWords(drawing: Drawing, resolveUrl: (url: string) => string): Element {
  return h('details', { class: 'diagram-words is-steps' }, [
    h('summary', 'The decision as steps'),
    h('p', drawing.description),
    h(
      'ol',
      decisionSteps(drawing).map(({ question, answers }) =>
        h('li', [
          ...linkedLabel(question, resolveUrl),
          h(
            'ul',
            answers.map(({ answer, then, step }) =>
              h('li', [
                ...(answer ? [`${answer}: `] : []),
                ...(step === undefined ? linkedLabel(then, resolveUrl) : [`go on with ${step}`]),
              ]),
            ),
          ),
        ]),
      ),
    ),
  ]);
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

const nodeInWords = (node: DrawnNode, resolveUrl: (url: string) => string): ElementContent[] => [
  ...linkedLabel(node, resolveUrl),
  ...(node.group ? [{ type: 'text' as const, value: ` (in ${node.group})` }] : []),
];

const linkedLabel = ({ label, url }: DrawnNode, resolveUrl: (url: string) => string): ElementContent[] => [
  url ? h('a', { href: resolveUrl(url) }, label) : { type: 'text', value: label },
];
