import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { allArticles, articleText } from '../../library/index.ts';
import { addresses } from '../../permalinks/site.ts';
import { articleMarkdown } from '../../published/article-markdown.ts';

/** One document for each article. */
export async function getStaticPaths() {
  const articles = await allArticles();
  return articles.map((article) => ({ params: { slug: article.slug }, props: { article, articles } }));
}
type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = async ({ props: { article, articles } }) =>
  new Response(articleMarkdown({ article, articles, addresses, ...(await articleText(article)) }));
