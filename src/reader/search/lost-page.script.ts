/** Where there is no page: puts the words of the address into the box, so that one press searches for what it was about. */
import { wordsOfPath } from '../../addresses/words-of-path.ts';

const place = document.querySelector<HTMLElement>('[data-home]');
const box = place?.querySelector('textarea');
if (box && !box.value) box.value = wordsOfPath(location.pathname, place?.dataset['home'] ?? '/');
