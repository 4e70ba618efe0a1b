/** Places the titles of groups, and makes room for them. */

/** The height of a title with the space around it, in pixels. */
const titleHeight = 26;

/** Extends a group upwards if Mermaid leaves no room for its title above a group inside it. */
export function makeRoomForTitles(svg: SVGSVGElement): void {
  const boxes = [...svg.querySelectorAll<SVGRectElement>('.cluster > rect')].toSorted(
    (a, b) => a.width.baseVal.value - b.width.baseVal.value,
  );
  for (const [index, outer] of boxes.entries()) {
    const insideTops = boxes
      .slice(0, index)
      .filter((inner) => isInside(inner, outer))
      .map((inner) => inner.y.baseVal.value);
    const missing = outer.y.baseVal.value + titleHeight - Math.min(Infinity, ...insideTops);
    if (missing > 0) growUpwards(outer, missing, svg);
  }
}

/** Whether at least the upper edge of a box is inside another box. */
const isInside = ({ x, y, width }: SVGRectElement, outer: SVGRectElement) =>
  x.baseVal.value >= outer.x.baseVal.value &&
  y.baseVal.value >= outer.y.baseVal.value &&
  x.baseVal.value + width.baseVal.value <= outer.x.baseVal.value + outer.width.baseVal.value &&
  y.baseVal.value < outer.y.baseVal.value + outer.height.baseVal.value;

/** Moves the upper edge of a box up, and that of the whole drawing if it would be too small. */
function growUpwards(box: SVGRectElement, by: number, svg: SVGSVGElement): void {
  const { y, height } = box;
  box.setAttribute('y', String(y.baseVal.value - by));
  box.setAttribute('height', String(height.baseVal.value + by));
  const view = svg.viewBox.baseVal;
  const above = Math.max(0, view.y + 4 - y.baseVal.value);
  svg.setAttribute('viewBox', `${view.x} ${view.y - above} ${view.width} ${view.height + above}`);
}

/** Moves the title of each group to its upper left corner, where connections seldom cross it, and in front of connections that do. */
export function placeGroupTitles(svg: SVGSVGElement): void {
  for (const group of svg.querySelectorAll('.cluster')) {
    const box = group.querySelector('rect');
    const title = group.querySelector('.cluster-label');
    if (!box || !title) continue;
    const [x, y] = [Number(box.getAttribute('x')), Number(box.getAttribute('y'))];
    title.setAttribute('transform', `translate(${x + 10}, ${y + 4})`);
    group.closest('.root')?.append(title);
  }
}
