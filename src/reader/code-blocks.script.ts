/** Adds a copy button to code blocks, and lets the keyboard reach those that scroll sideways. */
import { element } from './element.ts';

/** How long the page says that something was copied, in milliseconds. */
const shownFor = 2500;

/** Copies by selecting. It works where the browser allows no clipboard, as on pages that are not served by HTTPS. */
function copySelected(code: HTMLElement): boolean {
  getSelection()?.selectAllChildren(code);
  // Deprecated, but the only way without HTTPS. If the browser refuses, the code stays selected for the reader's own Ctrl+C.
  return document.execCommand('copy');
}

async function copyCode(code: HTMLElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(code.textContent.replace(/\n$/, ''));
    return true;
  } catch {
    return copySelected(code);
  }
}

function addCopyButton(code: HTMLElement): void {
  const status = element('p', { ariaLive: 'polite' });
  const label = 'Copy to clipboard';
  const copy = element('button', { type: 'button', title: label, ariaLabel: label });
  copy.addEventListener('click', () => {
    void copyCode(code).then((copied) => {
      status.textContent = copied ? 'Copied!' : 'Press Ctrl+C';
      setTimeout(() => status.replaceChildren(), shownFor);
    });
  });
  code.closest('figure')?.append(element('div', { className: 'code-copy' }, [status, copy]));
}

/** A block that scrolls can be reached by the Tab key, and is announced as a group. */
const scrolling = new ResizeObserver((changed) => {
  for (const { target } of changed) {
    const scrolls = target.scrollWidth > target.clientWidth;
    if (scrolls) target.setAttribute('tabindex', '0');
    else target.removeAttribute('tabindex');
    target.role = scrolls ? 'group' : null;
  }
});

for (const pre of document.querySelectorAll<HTMLElement>('.expressive-code > pre')) {
  const { parentElement: figure, firstElementChild: code, dataset } = pre;
  // Screen readers announce the language, which nothing on the page shows.
  if (figure && dataset['language']) figure.ariaLabel = dataset['language'];
  if (code instanceof HTMLElement) addCopyButton(code);
  scrolling.observe(pre);
}
