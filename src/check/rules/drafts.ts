import type { Finding } from '../../model/issue.ts';
import type { ArticleSource } from '../../model/source.ts';

/** What marks a text of the skeleton of `npm run new` that its author has to replace. */
const mark = 'EXAMPLE:';

/**
 * Rule: an article with text of the skeleton is a draft. A draft is a warning, so that its author can work on it; a build refuses it, so
 * that nobody publishes an example by accident.
 */
export function drafts({ text, frontmatter, placeOf }: ArticleSource): Finding[] {
  const lines = text.split('\n').flatMap((line, index) => (line.includes(mark) ? [index + 1] : []));
  const [first] = lines;
  const left = lines.length === 1 ? `a line that still says "${mark}"` : `${lines.length} lines that still say "${mark}"`;
  if (frontmatter.draft)
    return [
      {
        kind: 'draft',
        ...placeOf(['draft']),
        found: first === undefined ? 'a draft' : `a draft with ${left}, the first at line ${first}`,
        mend: `${first === undefined ? '' : 'replace the example by what your software does, then '}remove "draft: true"; until then, no build publishes it`,
      },
    ];
  if (first === undefined) return [];
  return [
    {
      kind: 'example-left',
      line: first,
      column: 1,
      found: left,
      mend: 'replace the example by what your software does, or write "draft: true" at the top of the frontmatter again',
    },
  ];
}
