/** Connections and their arrow heads with as few bytes as possible. */

const appearance = ['class', 'marker-start', 'marker-end'];

/** Gives a common group to connections that look alike and follow each other. */
export function groupConnections(svg: SVGSVGElement): void {
  for (const link of svg.querySelectorAll('path.flowchart-link')) {
    let group = link.previousElementSibling;
    if (group?.tagName !== 'g' || appearanceOf(group) !== appearanceOf(link)) group = groupFor(link);
    for (const name of appearance) link.removeAttribute(name);
    group.append(link);
  }
}

const appearanceOf = (element: Element) => appearance.map((name) => element.getAttribute(name) ?? '').join();

/** A new group in front of a connection, with the connection's appearance. */
function groupFor(link: Element): Element {
  const group = document.createElementNS(link.namespaceURI, 'g');
  for (const name of appearance) if (link.hasAttribute(name)) group.setAttribute(name, link.getAttribute(name) ?? '');
  link.before(group);
  return group;
}

/** Gives arrow heads short names. What the style sheet says of all of them, they need not say themselves. */
export function nameMarkers(svg: SVGSVGElement, id: string): void {
  for (const [index, marker] of [...svg.querySelectorAll('marker')].entries()) {
    const name = `${id}-${index}`;
    for (const side of ['marker-start', 'marker-end'])
      for (const link of svg.querySelectorAll(`[${side}="url(#${marker.id})"]`)) link.setAttribute(side, `url(#${name})`);
    marker.id = name;
    for (const element of [marker, ...marker.children]) element.removeAttribute('class');
  }
}
