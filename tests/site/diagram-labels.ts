/** Finds labels of diagrams that do not fit their box. */
import type { Page } from '@playwright/test';

/** The labels on a page that reach out of their node's shape, or out of the picture. */
export const cutLabels = (page: Page): Promise<string[]> => page.locator('svg.flowchart').evaluateAll(findCut);

/** Runs in the browser. */
function findCut(pictures: Element[]): string[] {
  const slack = 1; // coordinates are rounded to tenths, and pictures may be shrunk to the column
  const holds = (outer: DOMRect, inner: DOMRect) =>
    inner.left >= outer.left - slack &&
    inner.right <= outer.right + slack &&
    inner.top >= outer.top - slack &&
    inner.bottom <= outer.bottom + slack;
  /** Slanted shapes are narrower than their box: both ends of a line must lie inside. */
  const covers = (shape: Element, row: DOMRect) => {
    if (!(shape instanceof SVGGeometryElement)) return true;
    const toShape = shape.getScreenCTM()?.inverse();
    const inside = (x: number) => shape.isPointInFill(new DOMPoint(x, row.top + row.height / 2).matrixTransform(toShape));
    return inside(row.left + slack) && inside(row.right - slack);
  };
  return pictures.flatMap((picture) => {
    const whole = picture.getBoundingClientRect();
    const nodes = [...picture.querySelectorAll('.node')].filter((node) => {
      const shape = node.querySelector('.label-container');
      const rows = [...node.querySelectorAll('tspan')].map((row) => row.getBoundingClientRect());
      return !shape || rows.some((row) => !holds(shape.getBoundingClientRect(), row) || !covers(shape, row));
    });
    const texts = [...picture.querySelectorAll('text')].filter(
      (text) => text.textContent.trim() && !holds(whole, text.getBoundingClientRect()),
    );
    return [...nodes, ...texts].map((element) => element.textContent);
  });
}
