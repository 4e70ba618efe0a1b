import { articleTags } from '../../model/tags.ts';
import { suggest } from '../../model/suggest.ts';
import type { Finding } from '../../model/issue.ts';
import type { ArticleSource } from '../../model/source.ts';

/** The body uses only the tags that are supplied, and holds no code that would run. */
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
      found: `code, "${name.split('\n')[0] ?? ''}"`,
      mend: 'articles hold no import, export or {expression}; if it is text, put it in backticks',
    })),
  ];
}
