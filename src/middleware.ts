import { defineMiddleware } from 'astro:middleware';

/**
 * Links from a page to its own parts become mere fragments. The body of an article names the article in each of them, since the pages of its
 * symptoms show parts of it too; on the article's own page that is only weight.
 */
export const onRequest = defineMiddleware(async ({ url }, next) => {
  const response = await next();
  if (!response.headers.get('content-type')?.startsWith('text/html')) return response;
  const html = await response.text();
  return new Response(html.replaceAll(` href="${url.pathname}#`, ' href="#'), response);
});
