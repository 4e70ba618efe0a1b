/** An answer as plain data, for programs. */
import type { Verdict } from './matcher/find.ts';
import type { ShownAnswer } from './shown-answer.ts';

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
export const toReport = ({ verdict, hits }: Pick<ShownAnswer, 'verdict' | 'hits'>): AnswerReport => ({
  verdict,
  results: hits.map(({ symptom, score }) => ({
    article: symptom.article.slug,
    symptom: symptom.id,
    score: Math.round(score * 1000) / 1000,
  })),
});
