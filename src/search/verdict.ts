/** The verdict in words. */
import type { ShownAnswer } from './shown-answer.ts';

/** Returns the verdict in one or two sentences, which screen readers announce. */
export function inOneSentence({ verdict, hits }: ShownAnswer): string {
  const [best] = hits;
  const more = hits.length - 1;
  switch (verdict) {
    case 'match':
      return `Match: ${best?.symptom.title ?? ''}${more > 0 ? `, and ${more} more below` : ''}.`;
    case 'related':
      return `No exact match. ${hits.length === 1 ? 'One symptom is' : `${hits.length} symptoms are`} related.`;
    case 'none':
      return 'No match: no symptom contains these words. Try fewer: the part of the message that names the problem, or its code.';
  }
}
