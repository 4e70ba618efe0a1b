import path from 'node:path';
import { expect } from '@playwright/test';
import { FileSystemConfigLoader, HtmlValidate } from 'html-validate';
import { builds, filesOf } from './builds.ts';
import { test } from './ready-page.ts';

for (const { folder } of [builds.root, builds.history]) {
  test(`every page of ${folder} is valid HTML`, async () => {
    test.slow(); // reads every page
    const validator = new HtmlValidate(new FileSystemConfigLoader());
    const pages = (await filesOf(folder)).filter((file) => file.endsWith('.html'));
    expect(pages.length).toBeGreaterThan(1);
    // A mistake of a component stands on every page that uses it: one line for each kind, with the first place.
    const faults = new Map<string, { times: number; first: string }>();
    for (const file of pages) {
      const { results } = await validator.validateFile(path.resolve(folder, file));
      for (const { line, column, ruleId, message } of results.flatMap((result) => result.messages)) {
        const kind = `${ruleId}: ${message}`;
        const { times, first } = faults.get(kind) ?? { times: 0, first: `${file}:${line}:${column}` };
        faults.set(kind, { times: times + 1, first });
      }
    }
    expect(Object.fromEntries(faults)).toEqual({});
  });
}
