import type { APIRoute } from 'astro';
import { content } from '../content/site.ts';
import { faultsFile } from '../published/faults-file.ts';
import { absoluteUrls } from '../addresses/site.ts';

export const GET: APIRoute = () => Response.json(faultsFile(content, absoluteUrls));
