/** Makes the search dialog answer: as the results page does, but in place, with nothing of the query in the page's address. */
const dialog = document.querySelector<HTMLDialogElement>('.search-dialog');
const box = dialog?.querySelector('paste-box');
const results = dialog?.querySelector('search-results');
const asPage = dialog?.querySelector<HTMLAnchorElement>('a[data-as-page]');

void Promise.all(['paste-box', 'search-results'].map((name) => customElements.whenDefined(name))).then(() => {
  if (!dialog || !box || !results || !asPage) return;
  const answer = () => {
    results.parentElement?.scrollTo(0, 0);
    void results.answer(box.query);
  };
  box.addEventListener('query', answer);
  answer();
  // The address is made when it is about to be used: a paste may be long.
  for (const type of ['pointerdown', 'focus']) asPage.addEventListener(type, () => (asPage.href = box.address.href));
  closeByClicks(dialog);
  // The index comes while the reader is still pasting; a failure is told with the answer.
  const warm = () => void results.openIndex().catch(() => undefined);
  if (dialog.open) warm();
  else box.addEventListener('focusin', warm, { once: true });
});

/** Closes the dialog when the reader presses beside it, or follows a link to a part of the page under it. */
function closeByClicks(dialog: HTMLDialogElement): void {
  let pressedBeside = false;
  dialog.addEventListener('pointerdown', ({ target }) => (pressedBeside = target === dialog));
  dialog.addEventListener('click', (event) => {
    // A selection that is dragged out of the panel ends beside it too.
    if (event.target === dialog && pressedBeside) dialog.close();
    const link = (event.target as Element).closest('a');
    const elsewhere = event.ctrlKey || event.metaKey || event.shiftKey;
    if (link?.pathname === location.pathname && !elsewhere) dialog.close();
  });
}
