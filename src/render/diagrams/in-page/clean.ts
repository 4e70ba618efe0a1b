/**
 * Removes styling and unused markup from Mermaid's SVG. SVGO could remove some of it, but it does not know which of Mermaid's classes the
 * style sheet uses, which ids are referred to, or where titles of groups need room.
 */
import { groupConnections, nameMarkers } from './connections.ts';
import { makeRoomForTitles, placeGroupTitles } from './groups.ts';
import { joinMoves, joinWords } from './labels.ts';

/** Classes that neither the style sheet nor a test uses. */
const silent =
  /^(text-outer-tspan|row|label|default|basic|outer-path|edge-thickness-normal|edge-pattern-solid|flowchart-v2|root|clusters|edgePaths|edgeLabels|nodes)$/;
const needlessElements = 'style, title, desc, script, filter, linearGradient, rect:not([width]), .edgeLabel rect';
const needlessAttributes = /^(style|role|text-anchor|data-.*|on.*|aria-.*)$/;

/**
 * Cleans a drawing in place.
 *
 * @param svg what Mermaid drew, in the document
 * @param id the prefix of the ids of its elements
 */
export function clean(svg: SVGSVGElement, id: string): void {
  for (const element of svg.querySelectorAll(needlessElements)) element.remove();
  joinWords(svg);
  makeRoomForTitles(svg);
  placeGroupTitles(svg);
  joinMoves(svg);
  for (const element of [svg, ...svg.querySelectorAll<SVGElement>('*')]) cleanAttributes(element);
  removeIds(svg);
  for (const element of svg.querySelectorAll('g:empty, defs:empty')) element.remove();
  unwrap(svg);
  nameMarkers(svg, id);
  groupConnections(svg);
  for (const name of ['id', 'xmlns']) svg.removeAttribute(name);
}

function cleanAttributes(element: SVGElement): void {
  for (const { name, value } of [...element.attributes]) {
    if (needlessAttributes.test(name)) element.removeAttribute(name);
    else if (name === 'xlink:href') renameLink(element, value);
    else element.setAttribute(name, name === 'class' ? [...new Set(value.split(/\s+/))].join(' ') : shortened(value));
  }
}

function renameLink(element: Element, url: string): void {
  element.removeAttribute('xlink:href');
  element.setAttribute('href', url);
}

/** Coordinates in whole pixels are precise enough; `em` values are not, because they place lines of text. */
const shortened = (value: string) => value.replace(/-?\d+\.\d+(?!\d*em)/g, (number) => String(Math.round(Number(number))));

/** Removes ids that nothing refers to, and unused markers. */
function removeIds(svg: SVGSVGElement): void {
  const text = svg.outerHTML;
  for (const element of svg.querySelectorAll('[id]')) {
    if (text.includes(`url(#${element.id})`)) continue;
    if (element.tagName === 'marker') element.remove();
    else element.removeAttribute('id');
  }
}

/** Removes classes without a use, and groups without an attribute. */
function unwrap(svg: SVGSVGElement): void {
  // A click that is not a link keeps its class: `allowed.ts` refuses such a diagram.
  for (const element of svg.querySelectorAll('a .clickable, a.clickable')) element.classList.remove('clickable');
  for (const element of svg.querySelectorAll('[class]')) {
    element.classList.remove(...[...element.classList].filter((name) => silent.test(name)));
    if (element.classList.length === 0) element.removeAttribute('class');
  }
  for (const group of svg.querySelectorAll('g')) if (group.attributes.length === 0) group.replaceWith(...group.childNodes);
}
