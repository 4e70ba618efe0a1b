/** An answer as plain data, for programs. */
import type { Verdict } from './matcher/find.ts';
import type { ToldAnswer } from './shown-answer.ts';

/** The verdict, and the symptoms found, the best first. */
export interface AnswerReport {
  verdict: Verdict;
  results: { article: string; symptom: string; score: number }[];
}

/**
 * Reduces an answer to plain data.
 *
 * @param answer the answer
 */
export const toReport = ({ verdict, findings }: Pick<ToldAnswer, 'verdict' | 'findings'>): AnswerReport => ({
  verdict,
  results: findings.map(({ fault, score }) => ({ article: fault.article.slug, symptom: fault.id, score: Math.round(score * 1000) / 1000 })),
});
