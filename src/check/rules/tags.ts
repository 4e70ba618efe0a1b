import { articleTags } from '../../model/tags.ts';
import { suggest } from '../../model/suggest.ts';
import type { Finding } from '../../model/issue.ts';
import type { ArticleSource } from '../../model/source.ts';

/** Rule: the body uses only the tags that are supplied, and contains no JavaScript. */
export function tags({ body }: ArticleSource): Finding[] {
  const known = Object.keys(articleTags);
  return [
    ...body.tags
      .filter(({ name }) => !known.includes(name))
      .map(({ name, line, column }): Finding => ({
        kind: 'unknown-tag',
        line,
        column,
        found: `the tag <${name}>`,
        mend: `${suggest(name, known)}; if it is text, put it in backticks`,
      })),
    ...body.scripts.map(({ name, line, column }): Finding => ({
      kind: 'script',
      line,
      column,
      found: `JavaScript, "${name.split('\n')[0] ?? ''}"`,
      mend: 'remove it: an article contains no import, export or {expression}; if it is text, put it in backticks',
    })),
  ];
}
