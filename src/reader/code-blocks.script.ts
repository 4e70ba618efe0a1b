/** What a reader can do with the code blocks of a page: copy each, and scroll or wrap a wide one. Without script none is offered. */

/** How long it is said that something was copied, in milliseconds. */
const shownFor = 2500;

/** Where the browser allows no clipboard, as on pages not served by HTTPS, what is selected can still be copied. */
function copySelected(code: HTMLElement): boolean {
  getSelection()?.selectAllChildren(code);
  // Deprecated, and the one way there is without HTTPS. If it is refused, the code stays selected for the reader's own Ctrl+C.
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
  const [place, said, button] = [document.createElement('div'), document.createElement('p'), document.createElement('button')];
  place.className = 'code-copy';
  said.ariaLive = 'polite';
  button.type = 'button';
  button.title = button.ariaLabel = 'Copy to clipboard';
  const tell = (copied: boolean) => {
    said.textContent = copied ? 'Copied!' : 'Press Ctrl+C';
    setTimeout(() => said.replaceChildren(), shownFor);
  };
  button.addEventListener('click', () => void copyCode(code).then(tell));
  place.append(said, button);
  code.closest('figure')?.append(place);
}

/** A block that scrolls is a stop of the Tab key, and a group to those who hear it. */
const reach = new ResizeObserver((changed) => {
  for (const { target } of changed) {
    const scrolls = target.scrollWidth > target.clientWidth;
    if (scrolls) target.setAttribute('tabindex', '0');
    else target.removeAttribute('tabindex');
    target.role = scrolls ? 'group' : null;
  }
});

for (const pre of document.querySelectorAll<HTMLElement>('.expressive-code > pre')) {
  const { parentElement: figure, firstElementChild: code, dataset } = pre;
  // The name of the language is for those who hear the page: a block does not say by its looks what it is.
  if (figure && dataset['language']) figure.ariaLabel = dataset['language'];
  if (code instanceof HTMLElement) addCopyButton(code);
  reach.observe(pre);
}
