/**
 * The script of every page: one small file, which the next page finds in the browser's cache. Code that only some pages or some readers need is
 * loaded when it is needed.
 */
import '../security/script-url.ts'; // creates the page's only Trusted Types policy before other code can
import './theme-toggle.element.ts';
import './days.script.ts';
import './code-blocks.script.ts';
import './diagram-zoom.element.ts';
import './tickets/ticket-copy.element.ts';
import './search/search-shortcut.script.ts';
import './offline/first-use.script.ts';
import { onFirst } from './on-first.ts';

/** Elements that few pages have, each with the code that it needs. */
const rareElements = {
  'fill-in': () => import('./fill-in/fill-in.element.ts'),
  'paste-box': () => import('./search/paste-box.element.ts'),
  'place-tabs': () => import('./place-tabs.element.ts'),
  'symptom-filter': () => import('./symptom-filter.element.ts'),
  'search-results': () => import('./search/search-results.element.ts'),
};
for (const [name, load] of Object.entries(rareElements)) if (document.querySelector(name)) void load();

const loadReadingAids = () => void import('./reading-aids.script.ts');
/** Whether an event is an action of the reader. A resting pointer that reports a movement of 0, and focus that the page itself sets, are not. */
const isMove = (event: Event) =>
  event instanceof PointerEvent
    ? event.movementX !== 0 || event.movementY !== 0
    : !(event.type === 'focusin' && event.target instanceof Element && event.target.matches('[autofocus]'));
// A page that opens at a section, or where the reader left it, is scrolled before this runs.
if (scrollY > 0) loadReadingAids();
else onFirst(['scroll', 'pointermove', 'focusin'], loadReadingAids, isMove);
