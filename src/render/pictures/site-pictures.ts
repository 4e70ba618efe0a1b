/** The pictures for link previews: one of each article and symptom, and one of the site for all other pages. */
import { diagramLanguage } from '../../model/code-languages.ts';
import { severityOf, type ArticleFrontmatter, type Symptom } from '../../model/article.ts';
import { diagramPicture } from '../diagrams/figure.ts';
import { drawDiagrams, type DrawResult } from '../diagrams/index.ts';
import type { PictureContent } from './picture.ts';
import { permalinksFor } from '../../addresses/permalinks.ts';
import type { Content } from '../../content/read-content.ts';

const permalinks = permalinksFor('/');

/** A picture to make: its path below the site's root, and its content. */
export interface WantedPicture {
  path: string;
  content: PictureContent;
}

/**
 * Returns the pictures of a site.
 *
 * @param corpus the content of the site
 */
export async function sitePictures(corpus: Content): Promise<WantedPicture[]> {
  const named = (ids: readonly string[]) => ids.flatMap((id) => corpus.technologies.get(id) ?? []);
  const sources = corpus.articles.map(({ body }) => body.code.find(({ language }) => language === diagramLanguage)?.text ?? '');
  const drawings = await drawDiagrams(sources);
  const articles = corpus.articles.flatMap(({ slug, article }, index) =>
    article
      ? [
          {
            path: permalinks.picture({ page: 'article', id: slug }),
            content: ofArticle(article, named(article.technologies), drawings[index]),
          },
          ...article.symptoms.map((symptom) => ({
            path: permalinks.picture({ page: 'symptom', id: symptom.id }),
            content: ofSymptom(symptom, named(article.technologies)),
          })),
        ]
      : [],
  );
  const inUse = new Set(corpus.articles.flatMap(({ article }) => article?.technologies ?? []));
  return [
    { path: permalinks.picture(), content: { title: corpus.site.site.tagline, technologies: named([...inUse]), hero: undefined } },
    ...articles,
  ];
}

type Technologies = PictureContent['technologies'];

const ofArticle = (article: ArticleFrontmatter, technologies: Technologies, drawn: DrawResult | undefined): PictureContent => ({
  ...{ title: article.title, severity: severityOf(article), technologies },
  hero: drawn?.ok ? { ...drawn.drawing, svg: diagramPicture(drawn.drawing) } : undefined,
});

/** Returns the picture of a symptom. A symptom without signatures shows its meaning instead. */
function ofSymptom({ title, kind, severity, meaning, signatures }: Symptom, technologies: Technologies): PictureContent {
  const [first] = signatures;
  return { title, severity, kind, technologies, hero: first ? { signature: first.text } : { sentence: meaning } };
}
