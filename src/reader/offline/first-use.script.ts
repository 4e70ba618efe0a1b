/**
 * Loads the code for offline use at the reader's first action, so that reading a page does not need it. The pages about offline use load it at
 * once.
 */
import { onFirst } from '../on-first.ts';

const load = () => void import('./in-page.script.ts');

if (document.querySelector('offline-copy, kept-pages')) load();
else if (import.meta.env.PROD && 'serviceWorker' in navigator) onFirst(['pointerdown', 'keydown', 'wheel'], load);

// The worker sends pages only one message: the kept copy is of another version now, whose index the page's old code could not search.
if ('serviceWorker' in navigator) navigator.serviceWorker.addEventListener('message', () => location.reload());
