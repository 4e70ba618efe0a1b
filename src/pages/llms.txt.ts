import type { APIRoute } from 'astro';
import { allArticles } from '../content/index.ts';
import { addresses } from '../addresses/site.ts';
import { llmsText } from '../published/llms.ts';
import { site } from '../site.ts';

export const GET: APIRoute = async () => new Response(llmsText(site, await allArticles(), addresses));
