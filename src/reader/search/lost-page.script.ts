/** On the page for addresses that do not exist: puts the words of the address into the paste box, so that one press searches for them. */
import { wordsOfPath } from '../../addresses/words-of-path.ts';

const place = document.querySelector<HTMLElement>('[data-home]');
const box = place?.querySelector('textarea');
if (box && !box.value) box.value = wordsOfPath(location.pathname, place?.dataset['home'] ?? '/');
