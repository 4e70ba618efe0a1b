import { expect, test } from 'vitest';
import { checkContent } from '../../src/check/check-content.ts';
import { issueLine, validRoot } from './content-root.ts';

test('nothing is found in content that keeps every rule', async () => {
  const { issues, remarks, corpus } = await checkContent(validRoot, validRoot);
  expect([...issues, ...remarks].map(issueLine)).toEqual([]);
  expect(corpus.articles.map(({ slug }) => slug)).toEqual(['broker-queue-full', 'worker-stalled']);
});
