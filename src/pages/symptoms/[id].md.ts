import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { allArticles, articleText } from '../../content/index.ts';
import { addresses } from '../../addresses/site.ts';
import { symptomMarkdown } from '../../published/article-markdown.ts';

/** One document for each symptom, at its former addresses too: a file cannot redirect. */
export async function getStaticPaths() {
  const articles = await allArticles();
  // In the order of the articles, so that each is parsed once.
  return articles.flatMap((article) =>
    article.symptoms.flatMap((symptom) =>
      [symptom.id, ...symptom.aliases].map((id) => ({ params: { id }, props: { symptom, article, articles } })),
    ),
  );
}
type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = async ({ props: { symptom, article, articles } }) =>
  new Response(symptomMarkdown(symptom, { article, articles, addresses, ...(await articleText(article)) }));
