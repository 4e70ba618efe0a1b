/**
 * Handles the paste box until its own code has loaded. A search that the reader starts in the meantime is not lost; if the code does not load, the
 * page says so. This script is inline in the page, so that it is present as soon as the box is. It imports nothing: an import would move it to a file.
 */
const form = document.querySelector<HTMLFormElement>('main paste-box form');
const notice = document.querySelector<HTMLElement>('.search-not-loaded');
const searchPage = notice?.querySelector('a');
const elements = [...document.querySelectorAll('main :is(paste-box, search-results)')].map(({ localName }) => localName);

/** How long the code may take to load, in milliseconds. */
const timeoutMs = 15_000;

if (form && notice && searchPage) {
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
  const showNotice = () => (notice.hidden = elements.every((name) => customElements.get(name)));
  // "error": a script of the page did not load. "unhandledrejection": a script that it imports did not load.
  const failures = ['error', 'unhandledrejection'];
  for (const type of failures) addEventListener(type, showNotice, true);
  setTimeout(showNotice, timeoutMs);
  void Promise.all(elements.map((name) => customElements.whenDefined(name))).then(() => {
    for (const type of failures) removeEventListener(type, showNotice, true);
    form.removeEventListener('submit', hold);
    form.removeEventListener('keydown', holdEnter);
    showNotice();
    if (asked) form.requestSubmit();
  });
  // Opens the search page with the text in the box, and loads it from the server again. On the search page itself, only a reload does that.
  searchPage.addEventListener('click', (event) => {
    event.preventDefault();
    const q = form.querySelector('textarea')?.value ?? '';
    searchPage.hash = String(new URLSearchParams({ q })); // half an emoji becomes U+FFFD, as in query-fragment.ts
    history.replaceState(null, '', searchPage.href);
    location.reload();
  });
}

export {}; // a module has its own scope
