/**
 * Stands in for the scripts of the search until they are there: a question that is asked meanwhile is not lost, and when they do not come,
 * the page says so. It is part of the page itself, so it is there when the box is.
 */
const form = document.querySelector<HTMLFormElement>('main paste-box form');
const notice = document.querySelector<HTMLElement>('.search-not-loaded');
const anew = notice?.querySelector('a');
const parts = [...document.querySelectorAll('main :is(paste-box, search-results)')].map(({ localName }) => localName);

/** How long the scripts may take, in milliseconds. */
const patience = 15_000;

if (form && notice && anew) {
  let asked = false;
  const hold = (event: Event) => {
    event.preventDefault();
    asked = true;
    form.querySelector('[aria-live]')?.replaceChildren('Loading the search …');
  };
  const holdEnter = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) hold(event);
  };
  form.addEventListener('submit', hold);
  form.addEventListener('keydown', holdEnter);
  const tell = () => (notice.hidden = parts.every((name) => customElements.get(name)));
  addEventListener('error', tell, true);
  setTimeout(tell, patience);
  void Promise.all(parts.map((name) => customElements.whenDefined(name))).then(() => {
    removeEventListener('error', tell, true);
    form.removeEventListener('submit', hold);
    form.removeEventListener('keydown', holdEnter);
    tell();
    if (asked) form.requestSubmit();
  });
  // The search page as the server has it now, with what is in the box; on that page itself, only a reload loads anything.
  anew.addEventListener('click', (event) => {
    event.preventDefault();
    anew.hash = `q=${encodeURIComponent(form.querySelector('textarea')?.value ?? '')}`;
    history.replaceState(null, '', anew.href);
    location.reload();
  });
}

export {}; // makes it a module, whose names are its own
