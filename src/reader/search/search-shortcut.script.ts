/**
 * The ways to the paste box from everywhere: "/", Ctrl K (⌘K on Apple's keyboards), and the header's link. A page without a box of its own
 * has a dialog with one, as a template. It opens at once, so that no keystroke is lost, while the scripts in it are still loading.
 */
const template = document.querySelector<HTMLTemplateElement>('.search-dialog-template');
const link = document.querySelector<HTMLAnchorElement>('a[data-search]');
const isApple = /^(Mac|iP)/.test(navigator.platform);

/** How long nothing is said of the loading, and after how long it is given up, in milliseconds. */
const [patience, mostPatience] = [200, 15_000];

addEventListener('keydown', (event) => {
  const { key, altKey, ctrlKey, metaKey, shiftKey, target } = event;
  const isSlash = key === '/' && !(ctrlKey || metaKey || altKey || isTyping(target));
  const isK = /^k$/i.test(key) && (isApple ? metaKey && !ctrlKey : ctrlKey && !metaKey) && !altKey && !shiftKey;
  if (!isSlash && !isK) return;
  event.preventDefault();
  goToBox(isK ? String(getSelection()).trim() : '');
});

if (template && link) {
  link.ariaHasPopup = 'dialog';
  link.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    goToBox();
  });
  for (const type of ['pointerenter', 'focus']) link.addEventListener(type, () => unpack(template), { once: true });
}

/** Whether keys are text there. The box of a dialog that was just closed may still have the focus, until the next frame is drawn. */
const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) &&
  target.checkVisibility();

/** Focuses the box, ready to be overwritten. Text that was selected in the page is searched for. */
function goToBox(selected = ''): void {
  const dialog = template && unpack(template);
  if (dialog && !dialog.open) dialog.showModal();
  const box = document.querySelector<HTMLTextAreaElement>('paste-box textarea');
  if (!box) return;
  if (selected) box.value = selected;
  box.focus();
  box.select();
  // Until the element of the box is there, nothing can be submitted; the dialog answers what is in it by then.
  if (selected && customElements.get('paste-box')) box.form?.requestSubmit();
}

/** Puts the dialog into the page, once; that starts its scripts. */
function unpack({ content }: HTMLTemplateElement): HTMLDialogElement | null {
  const isNew = content.hasChildNodes();
  document.body.append(content);
  const dialog = document.querySelector<HTMLDialogElement>('.search-dialog');
  if (!isNew || !dialog) return dialog;
  const say = (text: string) => customElements.get('search-results') ?? dialog.querySelector('[role="status"]')?.replaceChildren(text);
  const fail = () => {
    clearTimeout(slow);
    if (customElements.get('search-results')) return;
    say('The search could not be loaded. Check your connection, then open it as a page: your text goes with you.');
    const asPage = dialog.querySelector<HTMLAnchorElement>('a[data-as-page]');
    // What does so else has not come.
    asPage?.addEventListener('click', () => {
      const text = dialog.querySelector('textarea')?.value;
      if (text) asPage.hash = `q=${encodeURIComponent(text)}`;
    });
  };
  const slow = setTimeout(say, patience, 'Loading the search …');
  setTimeout(fail, mostPatience);
  dialog.addEventListener('error', ({ target }) => target instanceof HTMLScriptElement && fail(), true);
  return dialog;
}
