import rss from '@astrojs/rss';
import type { APIRoute } from 'astro';
import { allArticles } from '../library/index.ts';
import { permalinks } from '../permalinks/site.ts';
import { site } from '../site.ts';

export const GET: APIRoute = async ({ site: address }) =>
  rss({
    title: site.name,
    description: site.description,
    site: new URL(permalinks.home(), address).href,
    items: (await allArticles()).map((article) => ({
      title: article.title,
      description: article.summary,
      link: permalinks.article(article.slug),
      pubDate: new Date(article.published),
      categories: article.technologies.map(({ name }) => name),
    })),
    customData: `<language>${site.language}</language>`,
  });
