/** The switch that wraps the lines of wide blocks. It holds for all blocks of all pages; the head of a page sets it before anything is painted. */

const root = document.documentElement;
const isOn = (): boolean => 'wrap' in root.dataset;

/** Whether a block would be wider than its place if its lines did not wrap. */
function isWide(pre: HTMLElement, code: HTMLElement): boolean {
  if (!isOn()) return pre.scrollWidth > pre.clientWidth;
  const { lineHeight, paddingBlockStart } = getComputedStyle(code);
  const lines = code.textContent.trimEnd().split('\n').length;
  return code.offsetHeight - 2 * parseFloat(paddingBlockStart) > (lines + 0.5) * parseFloat(lineHeight);
}

function turn(button: HTMLButtonElement): void {
  const before = button.getBoundingClientRect().top;
  const on = root.toggleAttribute('data-wrap');
  try {
    if (on) localStorage.setItem('wrap', '');
    else localStorage.removeItem('wrap');
  } catch {
    // Storage is refused in some private windows: the choice then holds for this page only.
  }
  for (const other of document.querySelectorAll('.code-wrap')) other.ariaPressed = String(on);
  // Blocks above change their height as well; what was pressed stays where it is.
  scrollBy({ top: button.getBoundingClientRect().top - before, behavior: 'instant' });
}

/**
 * Gives a block the switch, if it is wide and has none.
 *
 * @param pre the block; commands, which always wrap, need none
 * @param code the code in it
 */
export function offerWrapping(pre: HTMLElement, code: HTMLElement): void {
  const controls = pre.parentElement?.querySelector('.code-copy');
  if (!controls || pre.matches('.wrap') || controls.querySelector('.code-wrap') || !isWide(pre, code)) return;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'code-wrap';
  button.title = button.ariaLabel = 'Wrap lines';
  button.ariaPressed = String(isOn());
  button.addEventListener('click', () => turn(button));
  controls.lastElementChild?.before(button);
}
