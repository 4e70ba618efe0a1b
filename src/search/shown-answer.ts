/** An answer as plain data, with all that a page shows of it: what a worker sends to its page. */
import type { SearchedSymptom } from './searched-symptom.ts';
import { explain } from './matcher/explain.ts';
import type { Answer, Hit, Verdict } from './matcher/find.ts';
import { proofLines, type ProofLine } from './matcher/proof-lines.ts';
import { templateOf } from './paste/template.ts';

/** A symptom that was found. */
export interface ShownHit {
  symptom: SearchedSymptom;
  verdict: Hit['verdict'];
  score: number;
}

/** An answer to a paste: the best finding first. */
export interface ShownAnswer {
  verdict: Verdict;
  hits: readonly ShownHit[];
  /** Where the best finding's message stands in the paste; empty when it is only related. */
  proof: readonly ProofLine[];
  /** What the placeholders of the best finding's message stand for in the paste. */
  values: ReadonlyMap<string, string>;
  /** What the paste says without anything that is the reader's own. */
  template: string;
}

/**
 * Tells an answer.
 *
 * @param answer what was found
 */
export function toShownAnswer({ verdict, hits, paste }: Answer): ShownAnswer {
  const [best] = hits;
  const { spans, values } = best ? explain(paste, best) : { spans: [], values: new Map<string, string>() };
  return {
    verdict,
    hits: hits.map(({ symptom, verdict, score }) => ({ symptom, verdict, score })),
    proof: proofLines(paste.text, spans),
    values,
    template: verdict === 'match' ? '' : templateOf(paste.text),
  };
}
