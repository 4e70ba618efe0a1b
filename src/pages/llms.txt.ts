import type { APIRoute } from 'astro';
import { allArticles } from '../library/index.ts';
import { addresses } from '../permalinks/site.ts';
import { llmsText } from '../published/llms.ts';
import { site } from '../site.ts';

export const GET: APIRoute = async () => new Response(llmsText(site, await allArticles(), addresses));
