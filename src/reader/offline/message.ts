/** The messages between pages and the service worker. */
export const messages = { changed: 'the copy was kept or removed', renewed: 'another version is kept' } as const;
