/**
 * Loads the code for offline use when the reader first does something, so that a page needs nothing of it to be read. The pages about offline use
 * load it at once.
 */
import { onFirst } from '../on-first.ts';

const load = () => void import('./in-page.script.ts');

if (document.querySelector('offline-copy, kept-pages')) load();
else if (import.meta.env.PROD && 'serviceWorker' in navigator) onFirst(['pointerdown', 'keydown', 'wheel'], load);

// The worker sends pages one message: the kept copy has another version than theirs, so their code would search its index.
if ('serviceWorker' in navigator) navigator.serviceWorker.addEventListener('message', () => location.reload());
