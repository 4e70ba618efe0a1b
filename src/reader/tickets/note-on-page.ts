/** Makes a ticket note from the page around a button. */
import type { Risk } from '../../model/vocabulary.ts';
import type { NoteContent } from './note.ts';

const words = (element: Element | null | undefined): string => element?.textContent.trim().replace(/\s+/g, ' ') ?? '';

/**
 * Returns the note of a symptom or fix, read from its section of the page or, without a section, from the whole page.
 *
 * - The URL is in `data-url`; else it is that of the section's `rel="bookmark"` link; else that of its heading's link.
 * - The meaning is marked by `data-meaning`, in the head of a symptom's page or in the section.
 * - A fix has its risk in `data-risk`. The note of a fix is about the page's symptom, and names the fix.
 *
 * @param place the element of the button
 */
export function noteOnPage(place: HTMLElement): NoteContent {
  const page = place.closest('article');
  const section = place.closest('section');
  const { risk, url } = place.dataset;
  const link = section?.querySelector<HTMLAnchorElement>('a[rel="bookmark"]') ?? section?.querySelector<HTMLAnchorElement>('h3 > a');
  const target = new URL(url ?? link?.href ?? '', location.href).href;
  const subject = risk ? page : (section ?? page);
  return {
    title: words(subject?.querySelector('h1, h3')),
    meaning: words(page?.querySelector('header [data-meaning]') ?? section?.querySelector('[data-meaning]')),
    ...(risk && { fix: { title: words(section?.querySelector('h3')), risk: risk as Risk, url: target } }),
    url: risk ? new URL(location.pathname, location.href).href : target,
    revision: words(page?.querySelector('[data-revision]')),
  };
}
