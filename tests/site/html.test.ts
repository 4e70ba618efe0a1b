import path from 'node:path';
import { expect } from '@playwright/test';
import { FileSystemConfigLoader, HtmlValidate } from 'html-validate';
import { test } from './build-under-test.ts';

test('every page is valid HTML', async ({ build, pages }) => {
  test.setTimeout(20 * 60_000); // a big site has a thousand pages
  const validator = new HtmlValidate(new FileSystemConfigLoader());
  expect(pages.size).toBeGreaterThan(1);
  // A mistake of a component stands on every page that uses it: one line for each kind, with the first place.
  const mistakes = new Map<string, { times: number; first: string }>();
  for (const file of pages.keys()) {
    const { results } = await validator.validateFile(path.resolve(build.folder, file));
    for (const { line, column, ruleId, message } of results.flatMap((result) => result.messages)) {
      const kind = `${ruleId}: ${message}`;
      const { times, first } = mistakes.get(kind) ?? { times: 0, first: `${file}:${line}:${column}` };
      mistakes.set(kind, { times: times + 1, first });
    }
  }
  expect(Object.fromEntries(mistakes)).toEqual({});
});
