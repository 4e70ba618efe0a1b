/** The pictures for link previews: one of each article and symptom, and one of the site for all other pages. */
import { severityOf, type ArticleFrontmatter, type Symptom } from '../../model/article.ts';
import type { ArticleBody } from '../../model/body.ts';
import { commandsOf } from '../../model/commands.ts';
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
export function sitePictures(corpus: Content): WantedPicture[] {
  const named = (ids: readonly string[]) => ids.flatMap((id) => corpus.technologies.get(id) ?? []);
  const articles = corpus.articles.flatMap(({ slug, article, body }) =>
    article
      ? [
          {
            path: permalinks.picture({ page: 'article', id: slug }),
            content: ofArticle(article, named(article.technologies)),
          },
          ...article.symptoms.map((symptom) => ({
            path: permalinks.picture({ page: 'symptom', id: symptom.id }),
            content: ofSymptom(symptom, body, named(symptom.technologies.length ? symptom.technologies : article.technologies.slice(0, 1))),
          })),
        ]
      : [],
  );
  const inUse = new Set(corpus.articles.flatMap(({ article }) => article?.technologies ?? []));
  return [
    { path: permalinks.picture(), content: { title: corpus.site.site.tagline, technologies: named([...inUse]), messages: [] } },
    ...articles,
  ];
}

type Technologies = PictureContent['technologies'];

/** The messages that the picture of an article shows. */
const mostMessages = 2;

/** Returns the picture of an article: its title, and the first messages of its symptoms. */
const ofArticle = (article: ArticleFrontmatter, technologies: Technologies): PictureContent => ({
  ...{ title: article.title, severity: severityOf(article), technologies },
  messages: article.symptoms.flatMap(({ signatures }) => signatures.slice(0, 1).map(({ text }) => text)).slice(0, mostMessages),
});

/** Returns the picture of a symptom: its message, what that means, and the first command. Without a message, its title stands in its place. */
function ofSymptom(
  { title, kind, severity, meaning, signatures, check }: Symptom,
  body: ArticleBody,
  technologies: Technologies,
): PictureContent {
  const [first] = signatures;
  const [command] = commandsOf(body.code.filter(({ section }) => section?.id === check));
  return {
    ...{ severity, kind, technologies, meaning },
    ...(first ? { messages: [first.text] } : { title, messages: [] }),
    command: command?.text,
  };
}
