import { articleParts as parts } from '../../model/vocabulary.ts';
import type { Finding } from '../../model/issue.ts';
import type { ArticleSource } from '../../model/source.ts';

/** Rule: the level-two headings are the parts of an article, each once and in the order of `articleParts`. */
export function articleParts({ body }: ArticleSource): Finding[] {
  const found = body.headings.filter((heading) => heading.depth === 2);
  const expected = Object.keys(parts);
  if (found.map((heading) => heading.id).join() === expected.join()) return [];
  const at = expected.findIndex((id, index) => found[index]?.id !== id);
  const heading = found[at === -1 ? expected.length : at] ?? body.headings.at(-1);
  const present = found.map((item) => item.id ?? `"${item.text}"`).join(', ') || 'none';
  return [
    {
      kind: 'article-parts',
      line: heading?.line ?? 1,
      column: heading?.column ?? 1,
      found: `the parts ${present}`,
      mend: `give the article these level-two headings, once each, in this order: ${expected.map((id) => `[#${id}]`).join(' ')}`,
    },
  ];
}
