import { suggest } from '../../model/suggest.ts';
import type { Finding } from '../../model/issue.ts';
import type { ArticleSource, Corpus } from '../../model/source.ts';

/** Every code block names a language that the highlighter knows. */
export function code({ body }: ArticleSource, { languages }: Corpus): Finding[] {
  return body.code
    .filter(({ language }) => !languages.has(language))
    .map(({ language, line, column }) => ({
      kind: 'unknown-language',
      line,
      column,
      found: language ? `the code language "${language}"` : 'a code block without a language',
      mend: `${language ? suggest(language, [...languages]) : 'name its language'}; for what software prints use "output"`,
    }));
}
