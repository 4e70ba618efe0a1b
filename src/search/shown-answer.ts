/** An answer with everything that a page shows of it. It is plain data, so that a worker can send it to the page. */
import type { SearchedSymptom } from './searched-symptom.ts';
import { explain } from './matcher/explain.ts';
import type { Answer, Hit, Verdict } from './matcher/find.ts';
import { proofLines, type ProofLine } from './matcher/proof-lines.ts';
import { templateOf } from './paste/template.ts';

/** A hit that is shown. */
export interface ShownHit {
  symptom: SearchedSymptom;
  verdict: Hit['verdict'];
  score: number;
}

/** An answer to a paste: the best hit first. */
export interface ShownAnswer {
  verdict: Verdict;
  hits: readonly ShownHit[];
  /** The lines of the paste with the message of the best hit; empty when that is only related. */
  proof: readonly ProofLine[];
  /** The values of the best hit's placeholders in the paste, by name. */
  values: ReadonlyMap<string, string>;
  /** The paste with placeholders for everything private, for a report of an unknown message. Empty for a match. */
  template: string;
}

/** Returns what a page shows of an answer. */
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
