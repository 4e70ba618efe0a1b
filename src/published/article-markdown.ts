/** Articles and symptoms as Markdown: the same content as their pages. */
import type { Html, RootContent } from 'mdast';
import type { Symptom } from '../model/article.ts';
import { symptomEvidence } from '../model/lab-record.ts';
import { severities, symptomKinds } from '../model/vocabulary.ts';
import { bodyTree, symptomCapture, type Article } from '../content/index.ts';
import { relatedArticles } from '../content/related.ts';
import { memoiseByObject } from '../memoise.ts';
import { aboutSymptom, beforeYouStartSlot, bodyProps, lookAlikesOf, symptomGroups } from '../content/sections.ts';
import type { AbsoluteUrls } from '../addresses/permalinks.ts';
import { bodyInMarkdown, sectionsInMarkdown, type BodyContext } from './body-in-markdown.ts';
import { outputBlock } from './code-in-markdown.ts';
import { markdownDocument, markdownText } from './markdown-document.ts';
import { heading, link, list, paragraph, strong } from './markdown-nodes.ts';
import { lookAlikes, reproduced, signatureList } from './sections-in-markdown.ts';

/** An article with the other articles and the URLs of its site. */
export interface ArticleInSite {
  article: Article;
  /** All articles of the site. */
  articles: readonly Article[];
  /** The URLs of the site, as whole addresses. */
  absoluteUrls: AbsoluteUrls;
}

/** Returns an article as a Markdown document with front matter. */
export function articleMarkdown(from: ArticleInSite): string {
  const { article, absoluteUrls } = from;
  const { title, summary, published } = article;
  const frontMatter = { title, permalink: absoluteUrls.article(article.slug), summary, published, ...frontMatterOf(article) };
  return markdownDocument(frontMatter, [heading(1, title), ...articleContentInMarkdown(from)]);
}

/** Returns the content of an article below its title: summary, symptoms, body, references, related articles. */
export function articleContentInMarkdown(from: ArticleInSite): RootContent[] {
  const { article, articles, absoluteUrls } = from;
  const props = bodyProps(article, absoluteUrls, slugsOf(articles));
  const related = relatedArticles(article, articles);
  return [
    paragraph(article.summary),
    ...bodyInMarkdown(bodyTree(article), { ...contextOf(from), props, written: writtenSections(absoluteUrls)(articles)(article) }),
    ...(article.references.length > 0
      ? [
          heading(2, 'References'),
          list(
            article.references.map((reference) => [link(reference)]),
            true,
          ),
        ]
      : []),
    ...(related.length > 0
      ? [heading(2, 'Related articles'), list(related.map(({ slug, title }) => [link({ title, url: absoluteUrls.article(slug) })]))]
      : []),
  ];
}

/** Returns a symptom as a Markdown document with front matter. */
export function symptomMarkdown(symptom: Symptom, from: ArticleInSite): string {
  const { article, absoluteUrls } = from;
  const { title, meaning, impact } = symptom;
  const groups = symptomGroups(symptom, article);
  const sections = writtenSections(absoluteUrls)(from.articles)(article);
  const told = (ids: readonly string[]) => ids.flatMap((id) => sections.get(id) ?? []);
  const capture = symptomCapture(article, symptom.id);
  const entries = lookAlikesOf(symptom, article, absoluteUrls, slugsOf(from.articles));
  const frontMatter = {
    title,
    permalink: absoluteUrls.symptom(symptom.id),
    article: absoluteUrls.article(article.slug),
    ...frontMatterOf(article),
  };
  return markdownDocument(frontMatter, [
    heading(1, title),
    paragraph(meaning),
    paragraph(strong(`${severities[symptom.severity].label}.`), ` ${impact}`),
    ...told([beforeYouStartSlot]),
    ...groups.flatMap((group) => titled(group.title, told(group.ids))),
    ...titled('Not this?', entries.length > 0 ? lookAlikes(entries) : []),
    ...aboutSymptom(symptom, article).flatMap((group) => titled(group.title, told(group.ids))),
    ...titled('Error text', signatureList(symptom.signatures, article.references)),
    ...titled('Real output', capture ? [outputBlock(capture.trimEnd())] : []),
    heading(2, 'Full article'),
    paragraph(link({ title: article.title, url: absoluteUrls.article(article.slug, symptom.id) })),
    paragraph(`${symptomKinds[symptom.kind].label} · ${reproduced(symptom.signatures, symptomEvidence(article.lab, symptom.id))}`),
  ]);
}

/**
 * Returns the sections of an article as Markdown text, by their ids. Its own document and those of its symptoms show them, and
 * writing text takes long. A node of the type `html` is written unchanged.
 */
const writtenSections = memoiseByObject((absoluteUrls: AbsoluteUrls) =>
  memoiseByObject((articles: readonly Article[]) =>
    memoiseByObject((article: Article): ReadonlyMap<string, Html> => {
      const ids = [...article.symptoms, ...article.checks, ...article.fixes].map(({ id }) => id);
      const props = bodyProps(article, absoluteUrls, slugsOf(articles));
      const symptoms = Object.fromEntries(article.symptoms.map((symptom) => [symptom.id, { symptom }]));
      const sections = sectionsInMarkdown(bodyTree(article), {
        ...contextOf({ article, absoluteUrls }),
        props: { ...props, sections: { ...props.sections, ...symptoms } },
      });
      return new Map(
        [...sections]
          .filter(([id, content]) => (ids.includes(id) || id === beforeYouStartSlot) && content.length > 0)
          .map(([id, content]) => [id, { type: 'html', value: markdownText(content).trimEnd() }]),
      );
    }),
  ),
);

/** Returns content under a heading, or nothing when there is no content. */
const titled = (title: string, content: RootContent[]): RootContent[] => (content.length > 0 ? [heading(2, title), ...content] : []);

const contextOf = ({
  article: { slug, references, captures },
  absoluteUrls,
}: Pick<ArticleInSite, 'article' | 'absoluteUrls'>): Omit<BodyContext, 'props'> => ({
  ...{ slug, absoluteUrls, captures },
  references: new Map(references.map(({ id, url }) => [id, url])),
});

const frontMatterOf = ({ severity, technologies, reviewed, testedWith }: Article) => ({
  severity,
  technologies: technologies.map(({ name }) => name),
  reviewed,
  testedWith: testedWith.map(({ software, version }) => `${software} ${version}`),
});

const slugsOf = (articles: readonly Article[]): string[] => articles.map(({ slug }) => slug);
