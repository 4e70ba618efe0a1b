/**
 * Leads to the paste box from every page: by "/", Ctrl K (⌘ K on Apple keyboards) and the header's link. A page without a paste box has a dialog
 * with one, in a template. The dialog opens at once, while its code is still loading, so that no keystroke is lost.
 */
import { queryFragment } from '../../addresses/query-fragment.ts';

const template = document.querySelector<HTMLTemplateElement>('.search-dialog-template');
const link = document.querySelector<HTMLAnchorElement>('a[data-search]');
const isApple = /^(Mac|iP)/.test(navigator.platform);

/** After how long the dialog says that it is loading, and that it could not be loaded, in milliseconds. */
const [timeoutMs, mostPatience] = [200, 15_000];
const notLoaded = 'The search could not be loaded. Check your connection, then open the search page: it takes over your text.';

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

/** Whether the target accepts typed text. The box of a dialog that was just closed may keep the focus until the next frame. */
const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) &&
  target.checkVisibility();

/** Focuses the box and selects its text. Searches for text that was selected in the page. */
function goToBox(selected = ''): void {
  const dialog = template && unpack(template);
  if (dialog && !dialog.open) dialog.showModal();
  const box = document.querySelector<HTMLTextAreaElement>('paste-box textarea');
  if (!box) return;
  if (selected) box.value = selected;
  box.focus();
  box.select();
  // Without its code the box cannot be submitted. Once loaded, the dialog answers the text in the box.
  if (selected && customElements.get('paste-box')) box.form?.requestSubmit();
}

/** Puts the dialog into the page and loads its code, once. Returns the dialog. */
function unpack({ content }: HTMLTemplateElement): HTMLDialogElement | null {
  const isNew = content.hasChildNodes();
  document.body.append(content);
  const dialog = document.querySelector<HTMLDialogElement>('.search-dialog');
  if (isNew && dialog) void load(dialog);
  return dialog;
}

async function load(dialog: HTMLDialogElement): Promise<void> {
  const say = (text: string) => dialog.querySelector('[role="status"]')?.replaceChildren(text);
  const timers = [setTimeout(say, timeoutMs, 'Loading the search …'), setTimeout(giveUp, mostPatience, dialog, say)];
  const loaded = await import('./search-dialog.ts').catch(() => undefined);
  for (const timer of timers) clearTimeout(timer);
  if (loaded) loaded.startDialog(dialog);
  else giveUp(dialog, say);
}

/** Says that the search could not be loaded, and adds the reader's text to the link to the search page. */
function giveUp(dialog: HTMLDialogElement, say: (text: string) => void): void {
  say(notLoaded);
  const asPage = dialog.querySelector<HTMLAnchorElement>('a[data-as-page]');
  asPage?.addEventListener('click', () => {
    const text = dialog.querySelector('textarea')?.value;
    if (text) asPage.hash = queryFragment(text);
  });
}
