import type { AstroIntegrationLogger } from 'astro';
import { expect, test, vi } from 'vitest';
import { contentCheck } from '../../../src/build/content-check.ts';
import type { ContentReport } from '../../../src/check/index.ts';
import type { Issue, IssueKind } from '../../../src/model/issue.ts';

const issue = (kind: IssueKind): Issue => ({ kind, file: 'a.mdx', line: 1, column: 1, found: `this ${kind}`, mend: 'mend it' });

/** What a build prints before it begins, and whether it goes on. */
async function beginBuild(report: Pick<ContentReport, 'issues' | 'remarks'>): Promise<{ printed: string; goesOn: boolean }> {
  const lines: string[] = [];
  const print = (text: string) => void lines.push(text);
  const logger = { info: print, warn: print, error: print } as unknown as AstroIntegrationLogger;
  vi.spyOn(process, 'exit').mockImplementation((code) => {
    throw new Error(`exit ${code}`);
  });
  const { hooks } = contentCheck('content', () => Promise.resolve(report as ContentReport));
  const given = { command: 'build', addWatchFile: () => undefined, logger } as never;
  await hooks['astro:config:setup']?.(given);
  const goesOn = await Promise.resolve(hooks['astro:config:done']?.(given)).then(
    () => true,
    (error: unknown) => {
      expect(error).toEqual(new Error('exit 1'));
      return false;
    },
  );
  return { printed: lines.join('\n'), goesOn };
}

test.for<[what: string, kind: IssueKind, goesOn: boolean]>([
  ['an error stops a build', 'field', false],
  ['a draft stops a build, although the check only warns', 'draft', false],
  ['another warning does not', 'signature-too-wide', true],
])('%s', async ([, kind, goesOn]) => {
  const isError = kind === 'field';
  const result = await beginBuild({ issues: isError ? [issue(kind)] : [], remarks: isError ? [] : [issue(kind)] });
  expect(result.goesOn).toBe(goesOn);
  expect(result.printed.split(`this ${kind}`)).toHaveLength(2);
  expect(result.printed.includes('Nothing was built')).toBe(!goesOn);
});
