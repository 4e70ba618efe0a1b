import { suggest } from '../../model/suggest.ts';
import type { Finding } from '../../model/issue.ts';
import type { ArticleSource } from '../../model/source.ts';
import { knownLanguages } from '../../render/code-blocks/languages.ts';

/** Rule: every code block names a language that the highlighter knows. */
export function code({ body }: ArticleSource): Finding[] {
  return body.code
    .filter(({ language }) => !knownLanguages.has(language))
    .map(({ language, line, column }) => ({
      kind: 'unknown-language',
      line,
      column,
      found: language ? `the code language "${language}"` : 'a code block without a language',
      mend: `${language ? suggest(language, [...knownLanguages]) : 'name its language'}; for what software prints use "output"`,
    }));
}
