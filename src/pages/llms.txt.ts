import type { APIRoute } from 'astro';
import { content, site } from '../content/site.ts';
import { absoluteUrls } from '../addresses/site.ts';
import { llmsText } from '../published/llms.ts';

export const GET: APIRoute = () => new Response(llmsText(site, content.articles, absoluteUrls));
