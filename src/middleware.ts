import { defineMiddleware } from 'astro:middleware';

/**
 * Shortens links from a page to its own parts to their fragment. The body of an article names the article in every link, because the pages of its
 * symptoms show parts of it too. On the article's own page that would be 350 bytes (gzip) more, and browsers would prefetch the open page.
 */
export const onRequest = defineMiddleware(async ({ url }, next) => {
  const response = await next();
  if (!response.headers.get('content-type')?.startsWith('text/html')) return response;
  const html = await response.text();
  return new Response(html.replaceAll(` href="${url.pathname}#`, ' href="#'), response);
});
