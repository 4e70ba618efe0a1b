/** Fetches the site's typefaces once a page is painted, and has tabs that are opened later use them: those find them in the browser's cache. */
async function fetchTypefaces(): Promise<void> {
  await Promise.all(['Sans', 'Mono'].map((face) => document.fonts.load(`1em "Faultbook ${face}"`)));
  localStorage.setItem('typefaces', 'fetched');
}

// What does not come is tried again from the next page; where storage is refused, the system's typefaces stay.
fetchTypefaces().catch(() => undefined);
