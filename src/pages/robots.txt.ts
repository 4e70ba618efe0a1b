import type { APIRoute } from 'astro';
import { addresses } from '../addresses/site.ts';

/** Robots read this file only at the root of a server. Below a base path it can be copied from there. */
export const GET: APIRoute = () => new Response(`User-agent: *\nAllow: /\n\nSitemap: ${addresses.sitemap()}\n`);
