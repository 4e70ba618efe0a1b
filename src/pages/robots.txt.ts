import type { APIRoute } from 'astro';
import { absoluteUrls } from '../addresses/site.ts';

/** Robots read it at the root of a server only; published below a base path, it waits to be included there. */
export const GET: APIRoute = () => new Response(`User-agent: *\nAllow: /\n\nSitemap: ${absoluteUrls.sitemap()}\n`);
