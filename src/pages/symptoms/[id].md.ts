import type { APIRoute, InferGetStaticPropsType } from 'astro';
import { cacheKeyOf, content } from '../../content/site.ts';
import { absoluteUrls } from '../../addresses/site.ts';
import { symptomMarkdown } from '../../published/article-markdown.ts';

/** One document for each symptom, at its former addresses too: a file cannot redirect. */
export const getStaticPaths = () =>
  content.symptoms.flatMap(({ symptom, article }) =>
    [symptom.id, ...symptom.aliases].map((id) => ({ params: { id }, props: { symptom, article }, cacheKey: cacheKeyOf(article) })),
  );
type Props = InferGetStaticPropsType<typeof getStaticPaths>;

export const GET: APIRoute<Props> = ({ props: { symptom, article } }) =>
  new Response(symptomMarkdown(symptom, { article, articles: content.articles, absoluteUrls }));
