/** Messages of a page to the service worker, and of that to pages. */
export const messages = { changed: 'the copy was kept or removed', renewed: 'another version is kept' } as const;
