import { parseContentLink } from '../../addresses/permalinks.ts';
import { formerAnchors, toldAnchors } from '../../addresses/anchors.ts';
import { readDiagram } from '../../model/diagram.ts';
import { suggest } from '../../model/suggest.ts';
import type { Place } from '../../model/body.ts';
import type { Finding } from '../../model/issue.ts';
import type { ArticleSource, Corpus } from '../../model/source.ts';
import { slugsOf, symptomIdsOf } from './corpus-ids.ts';

/** Rule: every link of the body and of its diagrams has a target that exists. */
export function links(article: ArticleSource, corpus: Corpus): Finding[] {
  const diagramLinks = article.body.code
    .filter(({ language }) => language === 'mermaid')
    .flatMap((block) =>
      readDiagram(block.text).links.map((link) => ({ url: link.url, line: block.line + link.line, column: block.column })),
    );
  return [...article.body.links, ...diagramLinks].flatMap((link) => broken(link.url, link, article, corpus));
}

/** Returns the anchors that content may link to, without those that only redirect (`moved`). */
const anchorsOf = (article: ArticleSource) => [...toldAnchors(article), ...formerAnchors(article)];

function broken(url: string, { line, column }: Place, article: ArticleSource, corpus: Corpus): Finding[] {
  const link = parseContentLink(url);
  const finding = (mend: string): Finding[] => [{ kind: 'broken-link', line, column, found: `a link to "${url}"`, mend }];
  if (!link) return finding('accepted: #id, article:slug, article:slug#id, symptom:id, ref:id, or a full https address');
  const wanted = (id: string, known: readonly string[]) => (known.includes(id) ? [] : finding(suggest(id, known)));
  switch (link.to) {
    case 'section':
      return wanted(link.id, anchorsOf(article));
    case 'symptom':
      if (corpus.articles.some(({ readable }) => !readable)) return []; // the symptom may be in an article that could not be read
      return wanted(link.id, symptomIdsOf(corpus));
    case 'reference':
      return wanted(
        link.id,
        article.frontmatter.references.map(({ id }) => id),
      );
    case 'article': {
      const target = corpus.articles.find(({ slug }) => slug === link.slug);
      if (!target) return wanted(link.slug, slugsOf(corpus));
      return link.anchor && target.readable ? wanted(link.anchor, anchorsOf(target)) : [];
    }
    case 'web':
      return [];
  }
}
