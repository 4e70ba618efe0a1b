/** The button "Copy for the ticket" of an answer. */
import type {} from '../tickets/ticket-copy.element.ts'; // every page has the element
import { element } from '../element.ts';
import type { SearchedSymptom } from '../../search/searched-symptom.ts';

/**
 * Makes the button. The note is made of what the site publishes, never of what was pasted.
 *
 * @param fault the symptom that was found; of its fixes the note names the first
 */
export function ticketCopy(symptom: SearchedSymptom): HTMLElement {
  const { title, meaning, revision, fixes } = symptom;
  const absolute = (url: string) => new URL(url, location.href).href;
  const [fix] = fixes.map(({ title, risk, url }) => ({ title, risk, url: absolute(url) }));
  const note = { title, meaning, revision, url: absolute(symptom.url), ...(fix && { fix }) };
  return element('ticket-copy', { note }, []);
}
