/** Reads the note that a button stands for from the page around it. */
import type { Risk } from '../../model/vocabulary.ts';
import type { TicketNote } from './note.ts';

const words = (element: Element | null | undefined): string => element?.textContent.trim().replace(/\s+/g, ' ') ?? '';

/**
 * The note of a symptom or fix.
 *
 * A button of a fix has its risk in `data-risk`. The address of what is copied is in `data-url`, else it is where the section
 * links to as its bookmark, else the section itself, to which its heading links. The meaning is marked by `data-meaning`: in
 * the head of a symptom's page, else in the section.
 *
 * @param control the button's element
 * @param time when it is copied, ISO 8601
 */
export function noteOnPage(control: HTMLElement, time: string): TicketNote {
  const page = control.closest('article');
  const section = control.closest('section');
  const { risk, url } = control.dataset;
  const link = section?.querySelector<HTMLAnchorElement>('a[rel="bookmark"]') ?? section?.querySelector<HTMLAnchorElement>('h3 > a');
  const address = new URL(url ?? link?.href ?? '', location.href).href;
  const told = risk ? page : (section ?? page);
  return {
    title: words(told?.querySelector('h1, h3')),
    meaning: words(page?.querySelector('header [data-meaning]') ?? section?.querySelector('[data-meaning]')),
    ...(risk && { fix: { title: words(section?.querySelector('h3')), risk: risk as Risk, url: address } }),
    url: risk ? new URL(location.pathname, location.href).href : address,
    revision: words(page?.querySelector('[data-revision]')),
    time,
  };
}
