/** The switch that wraps the lines of wide blocks. It holds for all blocks of all pages; the head of a page sets it before anything is painted. */

const { documentElement: root } = document;
const attribute = 'data-wrap';

function turn(button: HTMLElement): void {
  const before = button.getBoundingClientRect().top;
  const on = root.toggleAttribute(attribute);
  for (const other of document.querySelectorAll('.code-wrap')) other.ariaPressed = String(on);
  // Blocks above change their height as well; what was pressed stays where it is.
  scrollBy({ top: button.getBoundingClientRect().top - before, behavior: 'instant' });
  try {
    if (on) localStorage.setItem('wrap', '');
    else localStorage.removeItem('wrap');
  } catch {
    // Storage is refused in some private windows: the choice then holds for this page only.
  }
}

/** Gives a block the switch, if it is wider than its place and has none. Commands always wrap and need none. */
function offer(pre: Element, on: boolean): void {
  const copy = pre.parentElement?.querySelector('.code-copy > button:only-of-type');
  if (!copy || pre.scrollWidth <= pre.clientWidth) return;
  const button = copy.cloneNode() as HTMLElement;
  button.className = 'code-wrap';
  button.title = button.ariaLabel = 'Wrap lines';
  button.ariaPressed = String(on);
  button.addEventListener('click', () => turn(button));
  copy.before(button);
}

/**
 * Gives the switch to all wide blocks, also to those that become wide later. Lines that wrap already do not show which blocks are wide: to find out, they
 * do not wrap for a moment in which nothing is painted.
 *
 * @param blocks all blocks of the page, each beside its copy button
 */
export function offerWrapping(blocks: readonly Element[]): void {
  const on = root.hasAttribute(attribute);
  root.removeAttribute(attribute);
  for (const pre of blocks) offer(pre, on);
  root.toggleAttribute(attribute, on);
  const grown = new ResizeObserver((changed) => {
    for (const { target } of changed) offer(target, false);
  });
  for (const pre of blocks) grown.observe(pre);
}
