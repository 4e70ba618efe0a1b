/** The elements and attributes that a drawing may contain. Drawings are inserted into pages unchanged, so everything else is refused. */
import { readDiagram } from '../../model/diagram.ts';
import { strangeMarkup, tagsIn } from '../svg-markup.ts';
import type { Drawing } from './drawing.ts';

const elements = new Set('a circle ellipse g line marker path polygon polyline rect text tspan'.split(' '));
const attributes = new Set(
  (
    'class cx cy d dy dx fill font-style font-weight height href id marker-end marker-start markerHeight markerUnits markerWidth orient ' +
    'points r refX refY rx ry stroke stroke-dasharray stroke-width text-anchor title transform viewBox width x x1 x2 y y1 y2'
  ).split(' '),
);

/**
 * Returns the reason why a drawing must not be inserted into a page.
 *
 * @param drawing the drawing
 * @param source its Mermaid source, whose links the content check has checked
 * @returns the reason, which continues "a diagram that cannot be drawn: …"; undefined when the drawing is fine
 */
export function strangeIn({ svg, nodes }: Pick<Drawing, 'svg' | 'nodes'>, source: string): string | undefined {
  const strange = strangeMarkup(svg, { elements, attributes });
  if (strange) return `it contains ${strange}; only shapes, texts and links are allowed`;
  const all = tagsIn(svg).flatMap((tag) => tag.attributes);
  const hrefs = all.filter(({ name }) => name === 'href').map(({ value }) => value.replaceAll('&amp;', '&'));
  return strangeLink([...hrefs, ...nodes.flatMap(({ url }) => url ?? [])], source) ?? deadClick(svg);
}

/** Returns a URL in the form in which Mermaid writes it: normalised as browsers do, e.g. with a slash after the host. */
const normal = (url: string) => (/^https:/.test(url) && URL.canParse(url) ? new URL(url).href : url);

function strangeLink(urls: readonly string[], source: string): string | undefined {
  const checked = new Set(readDiagram(source).links.map(({ url }) => normal(url)));
  const url = urls.find((url) => !checked.has(normal(url)));
  return (
    url &&
    `it links to "${url}" in a form that the content check cannot read; write each link on a line of its own: click <node> href "#<id>"`
  );
}

/** Reports clicks that are not links. Only these still have Mermaid's class "clickable". */
const deadClick = (svg: string): string | undefined =>
  /\bclickable\b/.test(svg) ? 'it has a click that is not a link; write it as click <node> href "#<id>"' : undefined;
