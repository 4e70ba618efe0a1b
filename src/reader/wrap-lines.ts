/** The switch that wraps the lines of wide code blocks. It applies to all blocks of all pages; the head of a page applies it before first paint. */
import { keepChoice } from './choices.ts';
import { element } from './element.ts';

const { documentElement: root } = document;
const attribute = 'data-wrap';

function toggle(pressed: HTMLElement): void {
  const before = pressed.getBoundingClientRect().top;
  const on = root.toggleAttribute(attribute);
  for (const other of document.querySelectorAll('.code-wrap')) other.ariaPressed = String(on);
  // The blocks above change their height too. Scrolling keeps the pressed button at its place on the screen.
  scrollBy({ top: pressed.getBoundingClientRect().top - before, behavior: 'instant' });
  keepChoice('wrap', on ? '' : undefined);
}

/** Adds the switch to a block that is too wide and has no switch yet. Commands need none, because they always wrap. */
function offer(pre: Element, on: boolean): void {
  const copy = pre.parentElement?.querySelector('.code-copy > button:only-of-type');
  if (!copy || pre.scrollWidth <= pre.clientWidth) return;
  const label = 'Wrap lines';
  const wrap = element('button', { type: 'button', className: 'code-wrap', title: label, ariaLabel: label, ariaPressed: String(on) });
  wrap.addEventListener('click', () => toggle(wrap));
  copy.before(wrap);
}

/**
 * Adds the switch to all wide blocks, and to others when they become wide or are unfolded.
 *
 * @param blocks all blocks of the page, each beside its copy button
 */
export function offerWrapping(blocks: readonly Element[]): void {
  offerAll(blocks);
  const grown = new ResizeObserver((changed) => offerAll(changed.map(({ target }) => target)));
  for (const pre of blocks) grown.observe(pre);
}

/** Which blocks are wide cannot be seen while their lines wrap, so wrapping is off while they are measured; nothing is painted meanwhile. */
function offerAll(blocks: readonly Element[]): void {
  const on = root.hasAttribute(attribute);
  root.removeAttribute(attribute);
  for (const pre of blocks) offer(pre, on);
  root.toggleAttribute(attribute, on);
}
