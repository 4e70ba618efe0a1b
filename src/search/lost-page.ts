/** Where there is no page: puts the words of the address into the box, and shows the symptoms that they lead to, if any. */
import { wordsOfPath } from '../permalinks/words-of-path.ts';

const box = document.querySelector<HTMLTextAreaElement>('main paste-box textarea');
const results = document.querySelector('search-results');
const words = wordsOfPath(location.pathname, results?.dataset['home'] ?? '/');

if (box && !box.value) box.value = words;
if (results && words) {
  void customElements.whenDefined('search-results').then(async () => {
    const nearest = await results.report(words).catch(() => undefined);
    // Whoever has begun to type asks something else.
    if (nearest && nearest.verdict !== 'none' && box?.value === words) await results.answer(words);
  });
}
