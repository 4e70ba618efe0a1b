/** A short form of an answer for programs: `npm run search -- --json` and the tests. */
import type { Verdict } from './matcher/find.ts';
import type { ShownAnswer } from './shown-answer.ts';

/** The verdict, and the symptoms found, the best first. `score` is rounded to three decimals. */
export interface AnswerReport {
  verdict: Verdict;
  results: { article: string; symptom: string; score: number }[];
}

/** Returns the verdict of an answer, and the ids and scores of its hits. */
export const toReport = ({ verdict, hits }: Pick<ShownAnswer, 'verdict' | 'hits'>): AnswerReport => ({
  verdict,
  results: hits.map(({ symptom, score }) => ({
    article: symptom.article.slug,
    symptom: symptom.id,
    score: Math.round(score * 1000) / 1000,
  })),
});
