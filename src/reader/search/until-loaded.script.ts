/**
 * Serves the paste box until its own code has loaded. A search that the reader starts meanwhile is not lost; if the code does not load, the page
 * says so. This script stands in the page itself, so it is there when the box is. It therefore imports nothing: then it would be a file too.
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
  // The first is a script of the page that does not load, the second a script that it imports.
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
  // Opens the search page as the server has it now, with the text in the box. On the search page itself, only a reload loads anything.
  searchPage.addEventListener('click', (event) => {
    event.preventDefault();
    const q = form.querySelector('textarea')?.value ?? '';
    searchPage.hash = String(new URLSearchParams({ q })); // half an emoji becomes U+FFFD, as in query-fragment.ts
    history.replaceState(null, '', searchPage.href);
    location.reload();
  });
}

export {}; // a module has its own scope
