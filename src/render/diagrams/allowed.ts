/** What a drawing may hold: it goes into pages as it is, so whatever Mermaid lets through must be known. */
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
 * Looks for what must not get into a page.
 *
 * @param drawing what was drawn
 * @param source the Mermaid source, whose links the content check has read
 * @returns what is wrong, as a reason why it cannot be drawn; undefined when nothing is
 */
export function strangeIn({ svg, nodes }: Pick<Drawing, 'svg' | 'nodes'>, source: string): string | undefined {
  const strange = strangeMarkup(svg, { elements, attributes });
  if (strange) return `it would bring ${strange} into the page; shapes, texts and links are all that it may hold`;
  const all = tagsIn(svg).flatMap((tag) => tag.attributes);
  const hrefs = all.filter(({ name }) => name === 'href').map(({ value }) => value.replaceAll('&amp;', '&'));
  return strangeLink([...hrefs, ...nodes.flatMap(({ url }) => url ?? [])], source) ?? deadClick(svg);
}

/** Mermaid writes whole addresses as browsers do, e.g. with a slash after the server. */
const normal = (url: string) => (/^https:/.test(url) && URL.canParse(url) ? new URL(url).href : url);

function strangeLink(urls: readonly string[], source: string): string | undefined {
  const checked = new Set(readDiagram(source).links.map(({ url }) => normal(url)));
  const url = urls.find((url) => !checked.has(normal(url)));
  return url && `it links to "${url}", which no check has seen; write each link on a line of its own, as click <node> href "#<id>"`;
}

/** Only what can be clicked without being a link still has Mermaid's mark. */
const deadClick = (svg: string): string | undefined =>
  /\bclickable\b/.test(svg) ? 'a click in it is not a link; write it as click <node> href "#<id>"' : undefined;
