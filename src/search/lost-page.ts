/** Where there is no page: puts the words of the address into the box, and shows the symptoms that they lead to, if any. */
import { wordsOfPath } from '../permalinks/words-of-path.ts';

const box = document.querySelector<HTMLTextAreaElement>('main paste-box textarea');
const results = document.querySelector('search-results');
const words = wordsOfPath(location.pathname, results?.dataset['home'] ?? '/');

/** So much of the words must speak for the best symptom, of 1: an address that is about something else altogether gets none. */
const nearEnough = 0.5;

if (box && !box.value) box.value = words;
if (results && words) {
  void customElements.whenDefined('search-results').then(async () => {
    const nearest = await results.report(words).catch(() => undefined);
    const score = nearest?.results[0]?.score ?? 0;
    // Whoever has begun to type asks something else.
    if (score >= nearEnough && box?.value === words) await results.answer(words);
  });
}
