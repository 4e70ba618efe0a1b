import { expect, test } from 'vitest';
import { checkContent } from '../../src/check/check-content.ts';
import type { Issue, IssueKind } from '../../src/model/issue.ts';
import { article, contentRoot, editContent, placeIn, type Edit } from './content-root.ts';

/** An issue as tests state it: its kind, the text at which it is reported, and the words an author needs. */
export interface ExpectedIssue {
  kind: IssueKind;
  /** Text that stands once in the edited file; the issue is where it begins. */
  at: string;
  found: string;
  mend: string;
  file?: string;
}

/** A mistake of an author. */
export interface Situation {
  situation: string;
  /** Changes of the article, or of the file named. */
  edits: readonly Edit[];
  file?: string;
  expected: readonly ExpectedIssue[];
}

/**
 * Makes a test of each situation: the valid content with its edits has exactly the expected issues, errors first, in the order
 * of the report. No other issue may follow from the same mistake, unless it is listed.
 */
export function testSituations(situations: readonly Situation[]): void {
  test.for(situations)('$situation', async ({ edits, file = article, expected }) => {
    const root = await contentRoot();
    await editContent(root, file, edits);
    const { issues, remarks } = await checkContent(root, root);
    const reported = [...issues, ...remarks];
    const wanted = await Promise.all(
      expected.map(async ({ kind, at, found, mend, file: elsewhere = file }) => ({
        place: `${kind} ${elsewhere}:${await placeIn(root, elsewhere, at)}`,
        found,
        mend,
      })),
    );
    expect(reported.map((issue, index) => essentialsOf(issue, expected[index]))).toEqual(wanted);
  });
}

/** An issue with its texts cut to the expected words where they hold them, so that a failure shows the whole text. */
function essentialsOf({ kind, file, line, column, found, mend }: Issue, expected: ExpectedIssue | undefined) {
  const cut = (text: string, words = text) => (text.includes(words) ? words : text);
  return { place: `${kind} ${file}:${line}:${column}`, found: cut(found, expected?.found), mend: cut(mend, expected?.mend) };
}
