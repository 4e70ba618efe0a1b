/** Starts all that serves offline once a reader does something, so that reading a page loads nothing for it. A page about it starts it at once. */
import inPage from './in-page.ts?worker&url';

const uses = ['pointerdown', 'keydown', 'wheel'];

const begin = () => {
  for (const use of uses) removeEventListener(use, begin);
  void import(/* @vite-ignore */ inPage);
};

if (document.querySelector('offline-copy, kept-pages')) begin();
else if (import.meta.env.PROD && 'serviceWorker' in navigator) for (const use of uses) addEventListener(use, begin, { passive: true });

// The worker has one thing to tell pages: that another version is kept than theirs, whose index they would search.
if ('serviceWorker' in navigator) navigator.serviceWorker.addEventListener('message', () => location.reload());
