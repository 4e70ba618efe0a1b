import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { cacheKeyOf, content } from '../../content/site.ts';
import { absoluteUrls } from '../../addresses/site.ts';
import { articleMarkdown } from '../../published/article-markdown.ts';

/** One document for each article, at its former addresses too: a file cannot redirect. */
export const getStaticPaths = () =>
  content.articles.flatMap((article) =>
    [article.slug, ...article.aliases].map((slug) => ({ params: { slug }, props: { article }, cacheKey: cacheKeyOf(article) })),
  );
type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = ({ props: { article } }) =>
  new Response(articleMarkdown({ article, articles: content.articles, absoluteUrls }));
