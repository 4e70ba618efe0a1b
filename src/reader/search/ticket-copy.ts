/** The button "Copy for the ticket" of an answer. */
import type {} from '../tickets/ticket-copy.element.ts'; // the script of every page defines the element
import { element } from '../element.ts';
import type { SearchedSymptom } from '../../search/searched-symptom.ts';

/**
 * Returns the button for a symptom. The note holds what the site publishes, never what was pasted.
 *
 * @param symptom the symptom; the note names its first fix
 */
export function ticketCopy(symptom: SearchedSymptom): HTMLElement {
  const { title, meaning, revision, fixes } = symptom;
  const absolute = (url: string) => new URL(url, location.href).href;
  const [fix] = fixes.map(({ title, risk, url }) => ({ title, risk, url: absolute(url) }));
  const note = { title, meaning, revision, url: absolute(symptom.url), ...(fix && { fix }) };
  return element('ticket-copy', { note });
}
