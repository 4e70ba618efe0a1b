/** Reduces the markup of labels. */

/** Joins the words of each line, which Mermaid puts into one element each, and replaces the line's three position attributes by one. */
export function joinWords(svg: SVGSVGElement): void {
  const ems = (element: Element, name: string) => Number.parseFloat(element.getAttribute(name) ?? '0');
  for (const row of svg.querySelectorAll('tspan.row')) {
    row.replaceChildren(row.textContent);
    row.setAttribute('y', `${String(Math.round((ems(row, 'y') + ems(row, 'dy')) * 10) / 10)}em`);
    row.removeAttribute('dy');
    row.closest('text')?.removeAttribute('y');
  }
  for (const label of svg.querySelectorAll('.edgeLabel')) if (!label.textContent.trim()) label.remove();
}

/** Merges the transform of a group into its only child, and that of a polygon into its points. */
export function joinMoves(svg: SVGSVGElement): void {
  for (const label of svg.querySelectorAll<SVGTextElement>('text')) mergeGroups(label);
  for (const shape of svg.querySelectorAll<SVGPolygonElement>('polygon[transform]')) {
    const { x: left, y: top } = moveOf(shape);
    const corners = [...shape.points].map(({ x, y }) => `${Math.round(x + left)},${Math.round(y + top)}`);
    shape.setAttribute('points', corners.join(' '));
    shape.removeAttribute('transform');
  }
}

/** Replaces each group that contains only a label by the label. */
function mergeGroups(label: SVGTextElement): void {
  for (let group = label.parentElement; group?.tagName === 'g' && group.children.length === 1; group = label.parentElement) {
    const [outer, inner] = [moveOf(group as unknown as SVGGraphicsElement), moveOf(label)];
    label.setAttribute('transform', `translate(${outer.x + inner.x} ${outer.y + inner.y})`);
    label.classList.add(...group.classList);
    group.replaceWith(label);
  }
}

/** Returns the translation of an element. Mermaid never rotates or scales elements. */
function moveOf(element: SVGGraphicsElement): { x: number; y: number } {
  const matrix = element.transform.baseVal.consolidate()?.matrix;
  return { x: matrix?.e ?? 0, y: matrix?.f ?? 0 };
}
