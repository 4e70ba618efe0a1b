import type { BodyHeading, OutlineItem } from '../../model/body.ts';
import type { Finding } from '../../model/issue.ts';
import type { ArticleSource } from '../../model/source.ts';

/** The level of the heading that a section tag such as `<Cause>` renders. */
const sectionLevel = 3;
const levelOf = (item: OutlineItem | undefined) => (!item ? 1 : 'heading' in item ? item.heading.depth : sectionLevel);

/** Rule: headings go down one level at a time, and every heading has a pinned id. */
export function headings({ body }: ArticleSource): Finding[] {
  return body.outline.flatMap((item, index): Finding[] => {
    if (!('heading' in item)) return [];
    const above = levelOf(body.outline[index - 1]);
    const { heading } = item;
    return [
      ...(heading.depth > above + 1 || heading.depth === 1 ? [skipped(heading, above)] : []),
      ...(heading.id ? [] : [unpinned(heading)]),
    ];
  });
}

const skipped = (heading: BodyHeading, above: number): Finding => ({
  kind: 'heading-level',
  line: heading.line,
  column: heading.column,
  found: `a heading of level ${heading.depth}, "${heading.text}", under level ${above}`,
  mend:
    heading.depth === 1
      ? 'begin with level two: level one is the title, which comes from the frontmatter'
      : `make it level ${above + 1} (${'#'.repeat(above + 1)}), or add a heading of the missing level before it`,
});

const unpinned = (heading: BodyHeading): Finding => ({
  kind: 'heading-id',
  line: heading.line,
  column: heading.column,
  found: `the heading "${heading.text}" without an id`,
  mend: `pin an id to its end, e.g. "${'#'.repeat(heading.depth)} ${heading.text} [#an-id-that-stays]": links in tickets must still work when the heading is reworded`,
});
