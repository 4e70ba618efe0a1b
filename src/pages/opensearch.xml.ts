import type { APIRoute } from 'astro';
import { absoluteUrls } from '../addresses/site.ts';
import { openSearchDescription } from '../published/open-search.ts';
import { site } from '../content/site.ts';

export const GET: APIRoute = () => new Response(openSearchDescription(site, absoluteUrls));
