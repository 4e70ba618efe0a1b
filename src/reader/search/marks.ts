/** The marks of answers: a shape, which the style sheet draws, and words. */
import type { Risk, Severity } from '../../model/vocabulary.ts';
import { element } from '../element.ts';

/** Copies of the labels in the vocabulary: importing the vocabulary would make the search page load one more file. */
export const severityLabels: Readonly<Record<Severity, string>> = { critical: 'Critical', major: 'Major', minor: 'Minor' };
export const riskLabels: Readonly<Record<Risk, string>> = { safe: 'Safe', disruptive: 'Disruptive', 'data-loss': 'Data loss' };

const mark = (kind: string, words: string) => element('span', { className: `mark is-${kind}` }, [words]);

/** Returns the mark of how much stops working. */
export const severityMark = (severity: Severity): HTMLElement => mark(severity, severityLabels[severity]);

/**
 * Returns the mark of what a fix costs.
 *
 * @param risk its risk
 * @param effect what it does to users
 */
export const riskMark = (risk: Risk, effect: string | undefined): HTMLElement =>
  mark(risk, riskLabels[risk] + (effect ? `: ${effect}` : ''));
