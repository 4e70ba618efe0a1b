import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { allArticles, allSymptoms, articleTree } from '../../library/index.ts';
import { addresses } from '../../permalinks/site.ts';
import { symptomMarkdown } from '../../published/article-markdown.ts';

/** One document for each symptom. */
export async function getStaticPaths() {
  const [symptoms, articles] = await Promise.all([allSymptoms(), allArticles()]);
  return symptoms.map((found) => ({ params: { id: found.symptom.id }, props: { ...found, articles } }));
}
type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = async ({ props: { symptom, article, articles } }) =>
  new Response(symptomMarkdown(symptom, { article, articles, root: await articleTree(article.slug), addresses }));
