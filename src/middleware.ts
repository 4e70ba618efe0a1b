import { defineMiddleware } from 'astro:middleware';

/**
 * What is only weight is taken out. Links from a page to its own parts become mere fragments: the body of an article names the article in each of
 * them, since the pages of its symptoms show parts of it too. Apostrophes are written plainly: Astro puts no attribute between them.
 */
export const onRequest = defineMiddleware(async ({ url }, next) => {
  const response = await next();
  if (!response.headers.get('content-type')?.startsWith('text/html')) return response;
  const html = await response.text();
  return new Response(html.replaceAll(` href="${url.pathname}#`, ' href="#').replaceAll('&#39;', "'"), response);
});
