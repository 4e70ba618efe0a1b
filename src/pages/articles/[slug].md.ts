import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { allArticles, articleText } from '../../content/index.ts';
import { addresses } from '../../addresses/site.ts';
import { articleMarkdown } from '../../published/article-markdown.ts';

/** One document for each article, at its former addresses too: a file cannot redirect. */
export async function getStaticPaths() {
  const articles = await allArticles();
  return articles.flatMap((article) =>
    [article.slug, ...article.aliases].map((slug) => ({ params: { slug }, props: { article, articles } })),
  );
}
type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = async ({ props: { article, articles } }) =>
  new Response(articleMarkdown({ article, articles, addresses, ...(await articleText(article)) }));
