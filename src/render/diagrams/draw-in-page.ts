/** The part of drawing that runs inside the browser page. It must not use anything from outside its function. */
import type mermaidApi from 'mermaid';
import type { Drawing, DrawnEdge, DrawnNode } from './drawing.ts';

declare global {
  /** Mermaid, as its script defines it on the page. */
  var mermaid: typeof mermaidApi;
}

/** What the page hands back. */
export type PageResult = { drawing: Drawing } | { reason: string };

/** The parts of Mermaid's flowchart database that are read. */
interface FlowDatabase {
  getVertices(): Map<string, { id: string; text?: string; link?: string }>;
  getEdges(): { start: string; end: string; text?: string }[];
  getSubGraphs(): { id: string; title: string; nodes: string[] }[];
  getAccTitle(): string;
  getAccDescription(): string;
}

/**
 * Draws one diagram and strips the result of all styling.
 *
 * @param diagram its source, and the id that its elements get as prefix
 */
export async function drawInPage({ id, source }: { id: string; source: string }): Promise<PageResult> {
  const oneLine = (text = '') =>
    text
      .replace(/<br\s*\/?>/gi, ' ')
      .replace(/\s+/g, ' ')
      .trim();

  function readWords(database: FlowDatabase): Pick<Drawing, 'title' | 'description' | 'nodes' | 'edges'> {
    const groups = database.getSubGraphs();
    const groupOf = (node: string) => groups.find((group) => group.nodes.includes(node));
    const nodes: DrawnNode[] = [...database.getVertices().values()]
      .filter((vertex) => !groups.some((group) => group.id === vertex.id))
      .map((vertex) => ({
        id: vertex.id,
        label: oneLine(vertex.text ?? vertex.id),
        group: oneLine(groupOf(vertex.id)?.title) || undefined,
        url: vertex.link,
      }));
    const edges: DrawnEdge[] = database.getEdges().map((edge) => ({ from: edge.start, to: edge.end, label: oneLine(edge.text) }));
    return { title: oneLine(database.getAccTitle()), description: oneLine(database.getAccDescription()), nodes, edges };
  }

  /** Whole pixels are enough for coordinates, and shorter; not for lines of text, which are placed by their height. */
  const shorten = (value: string) => value.replace(/-?\d+\.\d+(?!\d*em)/g, (number) => String(Math.round(Number(number))));

  /** Mermaid makes a tspan of every word, and gives each line three places; one of each is enough. */
  function joinWords(svg: SVGSVGElement): void {
    const ems = (element: Element, name: string) => Number.parseFloat(element.getAttribute(name) ?? '0');
    for (const row of svg.querySelectorAll('tspan.row')) {
      row.replaceChildren(row.textContent);
      row.setAttribute('y', `${String(Math.round((ems(row, 'y') + ems(row, 'dy')) * 10) / 10)}em`);
      row.removeAttribute('dy');
      row.closest('text')?.removeAttribute('y');
    }
    for (const label of svg.querySelectorAll('.edgeLabel')) if (!label.textContent.trim()) label.remove();
  }

  /** What a group moves its only child by, the child does itself. */
  function joinMoves(svg: SVGSVGElement): void {
    for (const label of svg.querySelectorAll<SVGTextElement>('text')) {
      for (let group = label.parentElement; group?.tagName === 'g' && group.children.length === 1; group = label.parentElement) {
        const moves = [group, label].map((element) => (element as unknown as SVGGraphicsElement).transform.baseVal.consolidate()?.matrix);
        const [x, y] = [moves.reduce((sum, move) => sum + (move?.e ?? 0), 0), moves.reduce((sum, move) => sum + (move?.f ?? 0), 0)];
        label.setAttribute('transform', `translate(${x} ${y})`);
        label.classList.add(...group.classList);
        group.replaceWith(label);
      }
    }
    for (const shape of svg.querySelectorAll<SVGPolygonElement>('polygon[transform]')) {
      const move = shape.transform.baseVal.consolidate()?.matrix;
      const corners = [...shape.points].map(({ x, y }) => `${Math.round(x + (move?.e ?? 0))},${Math.round(y + (move?.f ?? 0))}`);
      shape.setAttribute('points', corners.join(' '));
      shape.removeAttribute('transform');
    }
  }

  /** Connections that look alike and follow each other say so once. */
  function groupConnections(svg: SVGSVGElement): void {
    const names = ['class', 'marker-start', 'marker-end'];
    const look = (element: Element | null | undefined) => names.map((name) => element?.getAttribute(name) ?? '').join();
    for (const link of svg.querySelectorAll('path.flowchart-link')) {
      let group = link.previousElementSibling;
      if (group?.tagName !== 'g' || look(group) !== look(link)) {
        group = document.createElementNS(svg.namespaceURI, 'g');
        for (const name of names) if (link.hasAttribute(name)) group.setAttribute(name, link.getAttribute(name) ?? '');
        link.before(group);
      }
      for (const name of names) link.removeAttribute(name);
      group.append(link);
    }
  }

  /** An arrow head has a short name, and what the style sheet says of all of them it does not say itself. */
  function nameMarkers(svg: SVGSVGElement): void {
    for (const [index, marker] of [...svg.querySelectorAll('marker')].entries()) {
      const name = `${id}-${index}`;
      for (const side of ['marker-start', 'marker-end'])
        for (const link of svg.querySelectorAll(`[${side}="url(#${marker.id})"]`)) link.setAttribute(side, `url(#${name})`);
      marker.id = name;
      for (const element of [marker, ...marker.children]) element.removeAttribute('class');
    }
  }

  /** Leaves the classes that the style sheet or a reader of the picture knows, and no group that says nothing. */
  function unwrap(svg: SVGSVGElement): void {
    const silent =
      /^(text-outer-tspan|row|label|default|basic|outer-path|edge-thickness-normal|edge-pattern-solid|flowchart-v2|root|clusters|edgePaths|edgeLabels|nodes)$/;
    // A click that is no link keeps its mark: such a diagram is refused.
    for (const element of svg.querySelectorAll('a .clickable, a.clickable')) element.classList.remove('clickable');
    for (const element of svg.querySelectorAll('[class]')) {
      element.classList.remove(...[...element.classList].filter((name) => silent.test(name)));
      if (element.classList.length === 0) element.removeAttribute('class');
    }
    for (const group of svg.querySelectorAll('g')) if (group.attributes.length === 0) group.replaceWith(...group.childNodes);
  }

  /** Mermaid leaves a group no room for its title above a group inside it: the outer one grows. */
  function makeRoomForTitles(svg: SVGSVGElement): void {
    const titleHeight = 26;
    const boxes = [...svg.querySelectorAll<SVGRectElement>('.cluster > rect')].toSorted(
      (a, b) => a.width.baseVal.value - b.width.baseVal.value,
    );
    for (const [index, outer] of boxes.entries()) {
      const { x, y, width, height } = outer;
      const isInside = (inner: SVGRectElement) =>
        inner.x.baseVal.value >= x.baseVal.value &&
        inner.y.baseVal.value >= y.baseVal.value &&
        inner.x.baseVal.value + inner.width.baseVal.value <= x.baseVal.value + width.baseVal.value &&
        inner.y.baseVal.value < y.baseVal.value + height.baseVal.value;
      const insideTops = boxes
        .slice(0, index)
        .filter(isInside)
        .map((inner) => inner.y.baseVal.value);
      const missing = y.baseVal.value + titleHeight - Math.min(Infinity, ...insideTops);
      if (missing <= 0) continue;
      outer.setAttribute('y', String(y.baseVal.value - missing));
      outer.setAttribute('height', String(height.baseVal.value + missing));
      const view = svg.viewBox.baseVal;
      const above = Math.max(0, view.y + 4 - y.baseVal.value);
      svg.setAttribute('viewBox', `${view.x} ${view.y - above} ${view.width} ${view.height + above}`);
    }
  }

  /** A group's title goes to its left corner, where connections seldom cross it, and above those that do. */
  function placeGroupTitles(svg: SVGSVGElement): void {
    for (const group of svg.querySelectorAll('.cluster')) {
      const box = group.querySelector('rect');
      const title = group.querySelector('.cluster-label');
      if (!box || !title) continue;
      const [x, y] = [Number(box.getAttribute('x')), Number(box.getAttribute('y'))];
      title.setAttribute('transform', `translate(${x + 10}, ${y + 4})`);
      group.closest('.root')?.append(title);
    }
  }

  /** Leaves the shapes and the texts: no styles, no ids that nothing refers to, no empty boxes. */
  function clean(svg: SVGSVGElement): void {
    const needless = 'style, title, desc, script, filter, linearGradient, rect:not([width]), .edgeLabel rect';
    for (const element of svg.querySelectorAll(needless)) element.remove();
    joinWords(svg);
    makeRoomForTitles(svg);
    placeGroupTitles(svg);
    joinMoves(svg);
    for (const element of [svg, ...svg.querySelectorAll<SVGElement>('*')]) {
      for (const { name, value } of [...element.attributes]) {
        if (/^(style|role|text-anchor|data-.*|on.*|aria-.*)$/.test(name)) element.removeAttribute(name);
        else if (name === 'xlink:href') renameLink(element, value);
        else element.setAttribute(name, name === 'class' ? [...new Set(value.split(/\s+/))].join(' ') : shorten(value));
      }
    }
    const text = svg.outerHTML;
    for (const element of svg.querySelectorAll('[id]')) {
      if (text.includes(`url(#${element.id})`)) continue;
      if (element.tagName === 'marker') element.remove();
      else element.removeAttribute('id');
    }
    for (const element of svg.querySelectorAll('g:empty, defs:empty')) element.remove();
    unwrap(svg);
    nameMarkers(svg);
    groupConnections(svg);
    for (const name of ['id', 'xmlns']) svg.removeAttribute(name);
  }

  function renameLink(element: Element, url: string): void {
    element.removeAttribute('xlink:href');
    element.setAttribute('href', url);
  }

  try {
    const diagram = await mermaid.mermaidAPI.getDiagramFromText(source);
    if (!diagram.type.startsWith('flowchart'))
      return { reason: `a diagram of type "${diagram.type}"; only flowcharts have a text alternative` };
    const words = readWords(diagram.db as unknown as FlowDatabase);
    const { svg: text } = await mermaid.render(id, source);
    const host = document.createElement('div');
    host.innerHTML = text;
    const svg = host.querySelector('svg');
    if (!svg) return { reason: 'Mermaid drew nothing' };
    document.body.append(host); // lengths in SVG can be read only in the document
    clean(svg);
    host.remove();
    const { width, height } = svg.viewBox.baseVal;
    svg.setAttribute('width', String(Math.ceil(width)));
    svg.setAttribute('height', String(Math.ceil(height)));
    return { drawing: { svg: svg.outerHTML, width: Math.ceil(width), height: Math.ceil(height), ...words } };
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error) };
  }
}
