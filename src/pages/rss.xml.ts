import rss from '@astrojs/rss';
import type { APIRoute } from 'astro';
import { content, site } from '../content/site.ts';
import { absoluteUrls } from '../addresses/site.ts';
import { feedContent, feedLength } from '../published/feed.ts';

export const GET: APIRoute = () => {
  const { articles } = content;
  return rss({
    title: site.name,
    description: site.description,
    site: absoluteUrls.home(),
    xmlns: { atom: 'http://www.w3.org/2005/Atom' },
    items: articles.slice(0, feedLength).map((article) => ({
      title: article.title,
      description: article.summary,
      content: feedContent({ article, articles, absoluteUrls }),
      link: absoluteUrls.article(article.slug),
      pubDate: new Date(article.published),
      categories: article.technologies.map(({ name }) => name),
    })),
    customData: `<language>${site.language}</language><atom:link href="${absoluteUrls.rss()}" rel="self" type="application/rss+xml"/>`,
  });
};
