/** `/llms.txt`: an index of the site for language models, in the format of llmstxt.org. */
import type { Article } from '../content/index.ts';
import type { AbsoluteUrls } from '../addresses/permalinks.ts';
import { heading, link, list, paragraph, type Phrase } from './markdown-nodes.ts';
import { markdownText } from './markdown-document.ts';

/**
 * Returns the content of the file: title, summary, then lists of links to Markdown.
 *
 * @param site the name and the description of the site
 * @param articles all articles
 * @param absoluteUrls the URLs of the site
 */
export function llmsText(site: { name: string; description: string }, articles: readonly Article[], absoluteUrls: AbsoluteUrls): string {
  const entry = (title: string, url: string, about: string): Phrase[] => [link({ title, url }), `: ${about}`];
  const symptoms = articles.flatMap((article) => [
    heading(2, `Symptoms of: ${article.title}`),
    list(article.symptoms.map(({ id, title, meaning }) => entry(title, absoluteUrls.symptomMarkdown(id), meaning))),
  ]);
  return markdownText([
    heading(1, site.name),
    { type: 'blockquote', children: [paragraph(site.description)] },
    paragraph(
      'Each article describes one family of faults: symptoms with their literal messages, causes, checks, and fixes with risk, verification and undo. ',
      'Link to the permalink in the front matter of a file; it never changes.',
    ),
    heading(2, 'Articles'),
    list(articles.map(({ slug, title, summary }) => entry(title, absoluteUrls.articleMarkdown(slug), summary))),
    ...symptoms,
    heading(2, 'Optional'),
    list([
      entry('faults.json', absoluteUrls.faults(), 'every symptom as data: signatures, meaning, impact, checks, fixes'),
      entry('faults.schema.json', absoluteUrls.faultsSchema(), 'the JSON Schema of faults.json'),
      entry('Feed', absoluteUrls.rss(), 'new articles, in full'),
    ]),
  ]);
}
