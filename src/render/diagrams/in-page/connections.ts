/** Reduces the markup of connections and their arrow heads. */

const appearance = ['class', 'marker-start', 'marker-end'];

/** Puts consecutive connections with the same appearance into one group. */
export function groupConnections(svg: SVGSVGElement): void {
  for (const link of svg.querySelectorAll('path.flowchart-link')) {
    let group = link.previousElementSibling;
    if (group?.tagName !== 'g' || appearanceOf(group) !== appearanceOf(link)) group = groupFor(link);
    for (const name of appearance) link.removeAttribute(name);
    group.append(link);
  }
}

const appearanceOf = (element: Element) => appearance.map((name) => element.getAttribute(name) ?? '').join();

/** Inserts a group with the appearance of a connection before it, and returns the group. */
function groupFor(link: Element): Element {
  const group = document.createElementNS(link.namespaceURI, 'g');
  for (const name of appearance) if (link.hasAttribute(name)) group.setAttribute(name, link.getAttribute(name) ?? '');
  link.before(group);
  return group;
}

/** Gives arrow heads short ids, and removes their classes: the style sheet styles all of them alike. */
export function nameMarkers(svg: SVGSVGElement, id: string): void {
  for (const [index, marker] of [...svg.querySelectorAll('marker')].entries()) {
    const name = `${id}-${index}`;
    for (const side of ['marker-start', 'marker-end'])
      for (const link of svg.querySelectorAll(`[${side}="url(#${marker.id})"]`)) link.setAttribute(side, `url(#${name})`);
    marker.id = name;
    for (const element of [marker, ...marker.children]) element.removeAttribute('class');
  }
}
