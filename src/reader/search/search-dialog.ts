/** Makes the search dialog work: it answers as the search page does, but leaves the page's URL alone. */
import './search-results.element.ts';

/** Answers what is in the dialog's box, now and whenever the reader searches. */
export function startDialog(dialog: HTMLDialogElement): void {
  const box = dialog.querySelector('paste-box');
  const results = dialog.querySelector('search-results');
  const asPage = dialog.querySelector<HTMLAnchorElement>('a[data-as-page]');
  if (!box || !results || !asPage) return;
  const answer = () => {
    results.parentElement?.scrollTo(0, 0);
    void results.answer(box.query);
  };
  box.addEventListener('query', answer);
  answer();
  // The URL is made just before it is needed: a paste may be long.
  for (const type of ['pointerdown', 'focus']) asPage.addEventListener(type, () => (asPage.href = box.address.href));
  closeByClicks(dialog);
  const prepare = () => void results.prepare();
  if (dialog.open) prepare();
  else box.addEventListener('focusin', prepare, { once: true });
}

/** Closes the dialog when the reader presses beside it, or follows a link to a part of the page under it. */
function closeByClicks(dialog: HTMLDialogElement): void {
  let pressedBeside = false;
  dialog.addEventListener('pointerdown', ({ target }) => (pressedBeside = target === dialog));
  dialog.addEventListener('click', (event) => {
    // A drag that began inside the panel, such as a selection, may end beside it.
    if (event.target === dialog && pressedBeside) dialog.close();
    const link = (event.target as Element).closest('a');
    const elsewhere = event.ctrlKey || event.metaKey || event.shiftKey;
    if (link?.pathname === location.pathname && !elsewhere) dialog.close();
  });
}
