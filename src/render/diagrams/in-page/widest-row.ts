/** Finds the boxes that make a drawing wide. */

/**
 * Returns the labels of the nodes that stand side by side in the widest row of a drawing, from left to right.
 *
 * @param svg what Mermaid drew, in the document
 */
export function widestRow(svg: SVGSVGElement): string[] {
  const boxes = [...svg.querySelectorAll('.node')].map((node) => ({ node, ...edges(node.getBoundingClientRect()) }));
  const rows = boxes.map(({ top, bottom }) => boxes.filter((other) => other.top < bottom && other.bottom > top));
  const [widest = []] = rows.toSorted((a, b) => extent(b) - extent(a));
  return widest.toSorted((a, b) => a.left - b.left).map(({ node }) => labelOf(node));
}

const edges = ({ top, bottom, left, right }: DOMRect) => ({ top, bottom, left, right });

const extent = (row: readonly { left: number; right: number }[]) =>
  Math.max(...row.map(({ right }) => right)) - Math.min(...row.map(({ left }) => left));

/** Each line of a label is an element of its own. */
const labelOf = (node: Element): string =>
  [...node.querySelectorAll('text tspan.row, text > tspan')]
    .map((line) => line.textContent.trim())
    .filter(Boolean)
    .join(' ');
