/** The pictures of the articles for link previews: title, technologies and first diagram of each. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { diagramLanguage } from '../code-blocks/languages.ts';
import { technologySchema } from '../content-model/closed-lists.ts';
import { diagramPicture } from '../diagrams/figure.ts';
import { drawDiagrams } from '../diagrams/index.ts';
import type { WantedPicture } from '../diagrams/integration.ts';
import { permalinksFor } from '../permalinks/index.ts';
import { checkContent } from './check-content.ts';

/**
 * Lists the pictures.
 *
 * @param contentRoot the folder that holds `articles/` and the closed lists
 */
export async function articlePictures(contentRoot: string): Promise<WantedPicture[]> {
  const { corpus } = await checkContent(contentRoot);
  const technologies = z.array(technologySchema).parse(parse(await readFile(path.join(contentRoot, 'technologies.yaml'), 'utf8')));
  const sources = corpus.articles.map(({ body }) => body.code.find(({ language }) => language === diagramLanguage)?.text ?? '');
  const drawings = await drawDiagrams(sources);
  const permalinks = permalinksFor('/');
  return corpus.articles.map(({ slug, frontmatter }, index) => {
    const result = drawings[index];
    return {
      path: permalinks.picture(slug),
      content: {
        title: frontmatter.title ?? '',
        technologies: frontmatter.technologies.flatMap((id) => technologies.find((technology) => technology.id === id) ?? []),
        diagram: result?.ok ? diagramPicture(result.drawing) : '',
      },
    };
  });
}
