/** An answer as plain data: all that a page shows of it, in a form that a worker can send to its page. */
import type { SearchedSymptom } from './searched-symptom.ts';
import { explain } from './matcher/explain.ts';
import type { Answer, Hit, Verdict } from './matcher/find.ts';
import { proofLines, type ProofLine } from './matcher/proof-lines.ts';
import { templateOf } from './paste/template.ts';

/** A symptom that was found, as a page shows it. */
export interface ShownHit {
  symptom: SearchedSymptom;
  verdict: Hit['verdict'];
  score: number;
}

/** An answer to a paste. The best hit comes first. */
export interface ShownAnswer {
  verdict: Verdict;
  hits: readonly ShownHit[];
  /** The lines of the paste that hold the best hit's message; empty when the hit is only related. */
  proof: readonly ProofLine[];
  /** The values in the paste for the placeholders of the best hit's message. */
  values: ReadonlyMap<string, string>;
  /** The message in the paste, with placeholders for everything that is the reader's own; empty when there is a match. */
  template: string;
}

/** Returns an answer in the form in which a page shows it. */
export function shownAnswer({ verdict, hits, paste }: Answer): ShownAnswer {
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
