import type { APIRoute } from 'astro';
import { content } from '../content/site.ts';
import { absoluteUrls } from '../addresses/site.ts';
import { llmsText } from '../published/llms.ts';
import { site } from '../site.ts';

export const GET: APIRoute = () => new Response(llmsText(site, content.articles, absoluteUrls));
