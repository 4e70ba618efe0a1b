import { describe, expect, test } from 'vitest';
import { fixKinds, risks, severities } from '../../../../src/model/vocabulary.ts';
import { riskLabels, severityLabels } from '../../../../src/reader/search/marks.ts';
import { kindLabels } from '../../../../src/reader/search/steps-view.ts';

const labelsOf = (list: Record<string, { label: string }>) =>
  Object.fromEntries(Object.entries(list).map(([key, { label }]) => [key, label]));

describe('an answer uses the words of the pages', () => {
  test('for severity', () => expect(severityLabels).toEqual(labelsOf(severities)));
  test('for risk', () => expect(riskLabels).toEqual(labelsOf(risks)));
  test('for the kinds of fixes', () => expect(kindLabels).toEqual(labelsOf(fixKinds)));
});
