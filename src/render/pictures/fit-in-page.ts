/** The part of taking a picture that runs inside the browser page. It must not use anything from outside its function. */

/**
 * Puts a picture into the page and makes its texts fit: each takes the largest size of its list `--sizes` with which it stands in its
 * frame whole, and loses words at its end when even the smallest is too large. Words are broken only when one is longer than a line.
 *
 * @param html the picture
 * @returns the texts that run out of their frames all the same; there should be none
 */
export function fitInPage(html: string): string[] {
  const framesOf = (element: HTMLElement) => [element, element.parentElement ?? element];
  const overflows = (element: HTMLElement) =>
    framesOf(element).some((frame) => frame.scrollHeight > frame.clientHeight + 1 || frame.scrollWidth > frame.clientWidth + 1);

  /** Takes words from the end, each with the space before it, until the rest and an ellipsis have room. */
  function cut(element: HTMLElement): void {
    const ellipsis = document.createTextNode('…');
    element.append(ellipsis);
    while (overflows(element) && element.children.length > 1) {
      element.lastElementChild?.remove();
      const space = ellipsis.previousSibling;
      if (space instanceof Text) space.remove();
      const last = element.lastElementChild?.lastChild;
      if (last instanceof Text) last.data = last.data.replace(/[,;:.]+$/, '');
    }
  }

  document.body.innerHTML = html;
  const fitted = [...document.querySelectorAll<HTMLElement>('[data-fit]')];
  for (const element of fitted) {
    for (const size of getComputedStyle(element).getPropertyValue('--sizes').trim().split(/\s+/)) {
      element.style.fontSize = size;
      if (!overflows(element)) break;
    }
    if (overflows(element)) element.classList.add('breaks');
    if (overflows(element)) cut(element);
  }
  const picture = document.querySelector<HTMLElement>('.picture');
  return [...fitted, ...(picture ? [picture] : [])].filter(overflows).map((element) => element.textContent.trim());
}
