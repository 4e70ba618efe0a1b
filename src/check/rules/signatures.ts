import { memoiseByObject } from '../../memoise.ts';
import { placeholders } from '../../model/vocabulary.ts';
import { comparable, hasLiteralWord, unknownPlaceholders } from '../../model/signature.ts';
import { suggest } from '../../model/suggest.ts';
import type { Finding } from '../../model/issue.ts';
import type { ArticleSource, Corpus } from '../../model/source.ts';

/** Rule: a signature has literal words, uses known placeholders, and belongs to one symptom only. */
export function signatures(article: ArticleSource, corpus: Corpus): Finding[] {
  const owners = signatureOwners(corpus);
  return article.frontmatter.symptoms.flatMap(({ index, ...symptom }) =>
    symptom.signatures.flatMap(({ text }, at): Finding[] => {
      if (!text) return []; // the schema has reported it
      const owner = owners.get(comparable(text));
      const wrong = [
        ...(hasLiteralWord(text) ? [] : [notLiteral(text)]),
        ...unknownPlaceholders(text).map(unknownPlaceholder),
        ...(owner && owner !== symptom.id ? [shared(text, owner)] : []),
      ];
      return wrong.map((what) => ({ ...what, ...article.placeOf(['symptoms', index, 'signatures', at, 'text']) }));
    }),
  );
}

/** The id of the symptom that has each signature; of several, the first. */
const signatureOwners = memoiseByObject((corpus: Corpus): ReadonlyMap<string, string> => {
  const owners = new Map<string, string>();
  for (const article of corpus.articles)
    for (const symptom of article.frontmatter.symptoms)
      for (const { text } of symptom.signatures) if (text && !owners.has(comparable(text))) owners.set(comparable(text), symptom.id);
  return owners;
});

type Wrong = Pick<Finding, 'kind' | 'found' | 'mend'>;

const notLiteral = (text: string): Wrong => ({
  kind: 'signature-not-literal',
  found: `the signature "${text}", which has no literal word`,
  mend: 'keep the words or the code by which the symptom is recognised; replace only the values that vary by placeholders',
});

const unknownPlaceholder = (name: string): Wrong => ({
  kind: 'unknown-placeholder',
  found: `the placeholder <${name}>`,
  mend: `${suggest(name, Object.keys(placeholders))}; if it is literal text, write "\\<${name}>"`,
});

const shared = (text: string, owner: string): Wrong => ({
  kind: 'signature-shared',
  found: `the signature "${text}", which the symptom "${owner}" has as well`,
  mend: 'keep it in the symptom where it belongs, or add words that tell the two apart',
});
