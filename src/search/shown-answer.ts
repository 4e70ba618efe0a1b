/** An answer as plain data, with all that a page shows of it: what a worker sends to its page. */
import type { SearchedSymptom } from './searched-symptom.ts';
import { explain } from './matcher/explain.ts';
import type { Answer, Finding, Verdict } from './matcher/find.ts';
import { proofLines, type ProofLine } from './matcher/proof-lines.ts';
import { templateOf } from './paste/template.ts';

/** A symptom that was found. */
export interface ToldFinding {
  fault: SearchedSymptom;
  verdict: Finding['verdict'];
  score: number;
}

/** An answer to a paste: the best finding first. */
export interface ToldAnswer {
  verdict: Verdict;
  findings: readonly ToldFinding[];
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
export function tell({ verdict, findings, paste }: Answer): ToldAnswer {
  const [best] = findings;
  const { spans, values } = best ? explain(paste, best) : { spans: [], values: new Map<string, string>() };
  return {
    verdict,
    findings: findings.map(({ fault, verdict, score }) => ({ fault, verdict, score })),
    proof: proofLines(paste.text, spans),
    values,
    template: verdict === 'match' ? '' : templateOf(paste.text),
  };
}
