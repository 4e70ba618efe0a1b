/** Finds the diagrams of a page that are wider than the screen. */
import type { Page } from 'playwright';

/** A diagram that is wider than there is room. */
export interface WideDiagram {
  title: string;
  /** Its width, in CSS pixels. */
  width: number;
  /** How much of it is off the screen, in CSS pixels. */
  hidden: number;
  /** The labels of the boxes that are off the screen, in part or whole, from left to right. */
  boxes: string[];
}

/**
 * Returns the diagrams of a page that reach beyond their frame, as they are before a reader scrolls them.
 *
 * @param page an open page
 */
export const wideDiagrams = (page: Page): Promise<WideDiagram[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('.diagram')].flatMap((figure) => {
      const [frame, drawing] = [figure.querySelector('.diagram-canvas'), figure.querySelector('.diagram-canvas > svg')];
      if (!frame || !drawing) return [];
      const edge = Math.min(frame.getBoundingClientRect().right, document.documentElement.clientWidth);
      const box = drawing.getBoundingClientRect();
      if (box.right <= edge + 1) return [];
      // Each line of a label is an element of its own.
      const labelOf = (node: Element) => [...node.querySelectorAll('text > tspan')].map((line) => line.textContent.trim()).join(' ');
      const boxes = [...drawing.querySelectorAll('.node')]
        .map((node) => ({ right: node.getBoundingClientRect().right, label: labelOf(node) }))
        .filter(({ right }) => right > edge)
        .toSorted((a, b) => a.right - b.right);
      return [
        {
          title: figure.querySelector('figcaption > span')?.textContent.trim() ?? '',
          width: Math.round(box.width),
          hidden: Math.round(box.right - edge),
          boxes: boxes.map(({ label }) => label),
        },
      ];
    }),
  );

/**
 * Returns the warning about a diagram.
 *
 * @param width the width of the screen, in CSS pixels
 */
export function wideDiagramWarning({ title, width: wide, hidden, boxes }: WideDiagram, width: number): string {
  const what = boxes.length ? `Off the screen: ${boxes.map((label) => `"${label}"`).join(', ')}.` : 'No box is off the screen.';
  return `at ${width} px, the diagram "${title}" is ${wide} px wide, and ${hidden} px of it cannot be seen without scrolling. ${what} Put fewer boxes side by side, or break their labels with <br/>.`;
}
